package kconfigls;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The invariants of server/docs/architecture.md, each by its number. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("kconfigls/grammar"))
          .importPackages("kconfigls");

  /** The packages, lowest first; each may use only those before it. */
  private static final List<String> LAYERS =
      List.of(
          "text",
          "vfs",
          "syntax",
          "expr",
          "outline",
          "dialect",
          "usage",
          "model",
          "values",
          "analysis",
          "format",
          "rules",
          "ide",
          "graph",
          "io",
          "lsp",
          "cli");

  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  @DisplayName("1. Dependencies run only along the table of packages, with no cycles")
  void layers() {
    for (int i = 0; i < LAYERS.size(); i++) {
      String own = "kconfigls." + LAYERS.get(i) + "..";
      String[] above =
          LAYERS.subList(i + 1, LAYERS.size()).stream()
              .map(layer -> "kconfigls." + layer + "..")
              .toArray(String[]::new);
      if (above.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(own)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above)
            .check(CLASSES);
      }
    }
    slices().matching("kconfigls.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  @DisplayName("1. rules and ide use no io; io uses neither rules nor ide")
  void sideways() {
    noClasses()
        .that()
        .resideInAnyPackage("kconfigls.io..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kconfigls.rules..", "kconfigls.ide..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage("kconfigls.ide..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kconfigls.rules..")
        .check(CLASSES);
  }

  @Test
  @DisplayName(
      "2. ANTLR only in syntax.parse, LSP4J only in lsp, Gson there and in the settings file, ELK"
          + " only in graph.GraphLayout")
  void libraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kconfigls.syntax.parse")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..", "kconfigls.grammar..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("kconfigls.lsp..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.lsp4j..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("kconfigls.lsp..")
        .and()
        .haveNameNotMatching("kconfigls\\.io\\.Settings(File|Json).*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.gson..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("kconfigls.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .check(CLASSES);
    noClasses()
        .that()
        .haveNameNotMatching("kconfigls\\.graph\\.GraphLayout")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.elk..", "org.eclipse.emf..", "com.google.common..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("3. Files, processes and the network only in io; paths and standard streams in cli")
  void inputAndOutput() {
    noClasses()
        .that()
        .resideOutsideOfPackages("kconfigls.io..", "kconfigls.cli..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.file\\..*|java\\.net\\.(Socket|InetAddress|ServerSocket)"
                + "|java\\.io\\.File.*|java\\.lang\\.Process.*")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("kconfigls.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  /** Processes are started by one class, for who allows the tree's commands. */
  private static ArchRule processes() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("kconfigls.io.ShellRunner")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.Process(Builder.*)?")
        .orShould()
        .callMethodWhere(target(owner(type(Runtime.class))).and(target(nameMatching("exec"))));
  }

  @Test
  @DisplayName("3. Processes are started only in io.ShellRunner")
  void startOfProcesses() {
    processes().check(CLASSES);
  }

  /** What the rule above is against. */
  private static final class Starters {
    static final class OfBuilder {
      Object start() throws IOException {
        return new ProcessBuilder("true").start();
      }
    }

    static final class OfRuntime {
      Object start() throws IOException {
        return Runtime.getRuntime().exec(new String[] {"true"});
      }
    }

    static final class Watcher {
      Object watch() {
        return ProcessHandle.current();
      }
    }
  }

  @Test
  @DisplayName("3. A class that starts a process breaks the rule, one that watches them does not")
  void startOfProcessesIsFound() {
    ClassFileImporter importer = new ClassFileImporter();
    List<Class<?>> starters = List.of(Starters.OfBuilder.class, Starters.OfRuntime.class);
    for (Class<?> starter : starters) {
      assertThat(processes().evaluate(importer.importClasses(starter)).hasViolation())
          .as(starter.getName())
          .isTrue();
    }
    processes().check(importer.importClasses(Starters.Watcher.class));
  }

  @Test
  @DisplayName("3. Patterns of paths are matched by vfs.Glob alone")
  void globs() {
    noClasses()
        .should()
        .callMethodWhere(
            target(nameMatching("getPathMatcher"))
                .or(
                    target(nameMatching("newDirectoryStream"))
                        .and(target(rawParameterTypes(Path.class, String.class)))))
        .check(CLASSES);
  }

  @Test
  @DisplayName("4. model knows neither syntax nor text")
  void modelHasNoPositions() {
    classes()
        .that()
        .resideInAPackage("kconfigls.model")
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.never(
                dependOnClassesThat(resideInAnyPackage("kconfigls.syntax..", "kconfigls.text.."))))
        .check(CLASSES);
  }

  @Test
  @DisplayName("5. Below lsp: no setters, no mutable statics, no mutable field that others see")
  void immutability() {
    String[] below =
        LAYERS.subList(0, LAYERS.indexOf("lsp")).stream()
            .filter(layer -> !layer.equals("analysis"))
            .map(layer -> "kconfigls." + layer + "..")
            .toArray(String[]::new);
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(below)
        .and()
        .areNotPrivate()
        .and()
        .areDeclaredInClassesThat()
        .areNotPrivate()
        .and()
        .areDeclaredInClassesThat()
        .doNotHaveSimpleName("ValueSymbol")
        .should()
        .beFinal()
        .check(CLASSES);
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(below)
        .and()
        .haveModifier(JavaModifier.STATIC)
        .should()
        .beFinal()
        .check(CLASSES);
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(below)
        .should()
        .haveNameNotMatching("set[A-Z].*")
        .check(CLASSES);
  }

  @Test
  @DisplayName(
      "6. Locks, futures and executors only in analysis.{Workspace,Lazy,CancelToken} and lsp")
  void threads() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kconfigls.lsp..")
        .and()
        .haveNameNotMatching("kconfigls\\.analysis\\.(Workspace|Lazy|CancelToken)")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.concurrent\\.(locks\\..*|atomic\\..*|.*Executor.*|.*Future.*)")
        .check(CLASSES);
  }

  @Test
  @DisplayName("7. Rules use neither other rules nor editors; features of ide only ide.support")
  void rules() {
    noClasses()
        .that()
        .resideInAPackage("kconfigls.rules..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kconfigls.ide..", "kconfigls.lsp..", "kconfigls.cli..")
        .check(CLASSES);
    slices().matching("kconfigls.rules.(*)..").should().notDependOnEachOther().check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("kconfigls.ide.support")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("kconfigls.ide")
        .check(CLASSES);
  }

  @Test
  @DisplayName("10. Every package says what it is; no class over 400 lines, no method over 50")
  void sizes() throws IOException {
    List<String> tooLong = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(SOURCES)) {
      for (Path path : paths.toList()) {
        if (Files.isDirectory(path) && hasClasses(path)) {
          Path info = path.resolve("package-info.java");
          assertThat(info).exists();
          assertThat(Files.readString(info)).contains("@NullMarked").startsWith("/**");
        } else if (path.toString().endsWith(".java")) {
          measure(path, tooLong);
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static boolean hasClasses(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    }
  }

  private static final Pattern METHOD =
      Pattern.compile(
          "^ {2}(?![ @])(?!.*(?:class|interface|record|enum) )[^=;]*\\([^;]*(?<!\\{\\})$|^ {4}(?!"
              + " |if|for|while|switch|try|return|else|do|synchronized)[^=;]*\\([^;]*\\) \\{$");

  /** A method ends at the first line that closes a brace at its own indentation. */
  private static void measure(Path path, List<String> tooLong) throws IOException {
    List<String> lines = Files.readAllLines(path);
    if (lines.size() > 400) {
      tooLong.add(path + ": " + lines.size() + " lines");
    }
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = METHOD.matcher(lines.get(i));
      if (matcher.matches()) {
        String indent =
            lines.get(i).substring(0, lines.get(i).length() - lines.get(i).stripLeading().length());
        int end = i;
        while (end < lines.size() && !lines.get(end).equals(indent + "}")) {
          end++;
        }
        if (end - i > 50 && end < lines.size()) {
          tooLong.add(path + ":" + (i + 1) + ": " + (end - i + 1) + " lines");
        }
      }
    }
  }
}
