package kconfigls.vfs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backslash is a separator on Windows, and a character of a name elsewhere. */
final class VfsPathTest {
  @ParameterizedTest
  @CsvSource({
    "/a\\b/c, /a\\b/c",
    "/a/./b//../c\\, /a/c\\",
    "C:\\a\\b, C:/a/b",
    "C:\\a\\..\\b, C:/b",
    "C:/a/b, C:/a/b"
  })
  void absolute(String text, String path) {
    assertThat(VfsPath.of(text).text()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/a, b\\c, /a/b\\c",
    "/a, x:b, /a/x:b",
    "/a, /c:/d, /c:/d",
    "C:/a, b\\c, C:/a/b/c",
    "C:/a, D:\\b, D:/b"
  })
  void resolved(String folder, String path, String expected) {
    assertThat(VfsPath.of(folder).resolve(path).text()).isEqualTo(expected);
  }
}
