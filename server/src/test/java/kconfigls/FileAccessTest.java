package kconfigls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kconfigls.syntax.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One place opens files to read them, and one to write them: invariant 11 of architecture.md. */
final class FileAccessTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("kconfigls/grammar"))
          .importPackages("kconfigls");

  private static final ArchRule READING =
      noClasses()
          .that()
          .haveNameNotMatching("kconfigls\\.io\\.(RegularFiles|DiskWriter).*")
          .should()
          .accessTargetWhere(
              ofFiles("read(AllBytes|AllLines|String)|newInputStream|newBufferedReader|lines"))
          .orShould()
          .accessTargetWhere(ofFiles("newByteChannel"))
          .orShould()
          .accessTargetWhere(opensChannel())
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.(FileInputStream|FileReader|RandomAccessFile)|java\\.util\\.Scanner"
                  + "|java\\.util\\.(zip|jar)\\..*File");

  private static final ArchRule WRITING =
      noClasses()
          .that()
          .haveNameNotMatching("kconfigls\\.io\\.(DiskWriter|TemporaryFile|RegularFiles).*")
          .should()
          .accessTargetWhere(
              ofFiles("write.*|newOutputStream|newBufferedWriter|newByteChannel|copy|move"))
          .orShould()
          .accessTargetWhere(ofFiles("create.*|delete.*|set.*"))
          .orShould()
          .accessTargetWhere(ofFile())
          .orShould()
          .accessTargetWhere(opensChannel())
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)");

  private static final ArchRule STANDARD_INPUT =
      noClasses()
          .that()
          .haveNameNotMatching("kconfigls\\.(io\\.StandardInput|cli\\.ServeCommand)")
          .should()
          .accessField(System.class, "in");

  private static DescribedPredicate<JavaAccess<?>> ofFiles(String names) {
    return DescribedPredicate.describe(
        "is Files." + names,
        access ->
            access.getTargetOwner().isEquivalentTo(Files.class) && access.getName().matches(names));
  }

  /** One that was opened elsewhere may be read from, as packs of git are. */
  private static DescribedPredicate<JavaAccess<?>> opensChannel() {
    return DescribedPredicate.describe(
        "opens a channel",
        access ->
            access.getTargetOwner().getPackageName().equals("java.nio.channels")
                && access.getName().equals("open"));
  }

  private static DescribedPredicate<JavaAccess<?>> ofFile() {
    return DescribedPredicate.describe(
        "changes a java.io.File",
        access ->
            access.getTargetOwner().isEquivalentTo(java.io.File.class)
                && access
                    .getName()
                    .matches("createNewFile|createTempFile|delete.*|mkdir.*|renameTo"));
  }

  @Test
  void onlyRegularFilesOpensFilesToReadThem() {
    READING.check(CLASSES);
  }

  @Test
  void onlyDiskWriterAndTemporaryFileWrite() {
    WRITING.check(CLASSES);
  }

  @Test
  void onlyFormatAndTheServerReadTheStandardInput() {
    STANDARD_INPUT.check(CLASSES);
  }

  /** Classes each of which breaks a rule in one way. */
  private static final class Offenders {
    private static final class ReadsAll {
      byte[] read(Path path) throws IOException {
        return Files.readAllBytes(path);
      }
    }

    private static final class ReadsByReference {
      interface Reading {
        String read(Path path) throws IOException;
      }

      Reading reading() {
        return Files::readString;
      }
    }

    private static final class OpensStream {
      InputStream open(String name) throws IOException {
        return new FileInputStream(name);
      }
    }

    private static final class OpensChannel {
      FileChannel open(Path path) throws IOException {
        return FileChannel.open(path);
      }
    }

    private static final class Writes {
      void write(Path path) throws IOException {
        Files.writeString(path, "");
      }
    }

    private static final class Deletes {
      Consumer<java.io.File> delete() {
        return java.io.File::delete;
      }
    }

    private static final class OpensOutput {
      OutputStream open(String name) throws IOException {
        return new FileOutputStream(name);
      }
    }

    private static final class Moves {
      void move(Path from, Path to) throws IOException {
        Files.move(from, to);
      }
    }

    private static final class EatsInput {
      int read() throws IOException {
        return System.in.read();
      }
    }
  }

  static Stream<Arguments> offenders() {
    return Stream.of(
        Arguments.of(READING, Offenders.ReadsAll.class),
        Arguments.of(READING, Offenders.ReadsByReference.class),
        Arguments.of(READING, Offenders.OpensStream.class),
        Arguments.of(READING, Offenders.OpensChannel.class),
        Arguments.of(WRITING, Offenders.Writes.class),
        Arguments.of(WRITING, Offenders.Deletes.class),
        Arguments.of(WRITING, Offenders.OpensOutput.class),
        Arguments.of(WRITING, Offenders.OpensChannel.class),
        Arguments.of(WRITING, Offenders.Moves.class),
        Arguments.of(STANDARD_INPUT, Offenders.EatsInput.class));
  }

  @ParameterizedTest
  @MethodSource("offenders")
  void whatBreaksARuleIsFound(ArchRule rule, Class<?> offender) {
    JavaClasses classes = new ClassFileImporter().importClasses(offender);
    assertThat(rule.evaluate(classes).hasViolation()).isTrue();
  }
}
