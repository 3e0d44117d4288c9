package kconfigls.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the fixtures are. */
public final class Fixtures {
  private static final Path FOLDER =
      Path.of(System.getProperty("kconfigls.root", ".."))
          .resolve("tests/src/test/resources/fixtures");

  private Fixtures() {}

  /** The fixtures' files, sorted. */
  public static List<Path> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".kconfig")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of all files of all fixtures, without marks. */
  public static List<String> texts() {
    return all().stream().flatMap(path -> read(path).files().values().stream()).toList();
  }

  /** One fixture. */
  public static Fixture read(Path path) {
    try {
      return Fixture.parse(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
