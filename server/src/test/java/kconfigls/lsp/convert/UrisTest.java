package kconfigls.lsp.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients write one file's URI in many ways, and want it back as they wrote it. */
final class UrisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file:///a/Kconfig|/a/Kconfig",
        "file:/a/Kconfig|/a/Kconfig",
        "FILE://localhost/a|/a",
        "file:///a b/[c]{d}|/a b/[c]{d}",
        "file:///a%20b/%5Bc%5d|/a b/[c]",
        "file:///100%/a%zz%4|/100%/a%zz%4",
        "file:///gr%C3%B6%C3%9Fe/ä|/größe/ä",
        "file:///a%5Cb\\c|/a\\b\\c",
        "file:///a%0Ab|/a\\nb",
        "file:///c%3A/x|c:/x",
        "file:///C:/x|C:/x",
        "file:///a%23b%3Fc|/a#b?c",
        "file:///a#part|/a",
        "file://host/a|file://host/a",
        "file://|file://",
        "file:|file:",
        "file:a|file:a",
        "file:///a%00b|file:///a%00b",
        "untitled:Untitled-1|untitled:Untitled-1",
        "vscode-vfs://github/x/Kconfig|vscode-vfs://github/x/Kconfig",
        "no uri|no uri"
      })
  void paths(String uri, String path) {
    assertThat(Uris.path(uri).text()).isEqualTo(path.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a b/[c]{d}", "/größe/100%/a\\b", "/a\nb", "/a#b?c", "C:/x", "/nfd/a\u0308", "/"})
  void aPathComesBack(String path) {
    String uri = Uris.uri(new VfsPath(path));
    assertThat(uri).matches("file:///[-A-Za-z0-9._~!$&'()*+,;=:@/%]*");
    assertThat(Uris.path(uri).text()).isEqualTo(path);
  }

  @Test
  void aFileIsWrittenAsItsFolderIs() {
    Map<VfsPath, String> folders =
        Map.of(
            new VfsPath("c:/x"), "file:///c%3A/x",
            new VfsPath("/a b"), "file:/a%20b/",
            new VfsPath("/a b/c"), "file:///a b/c");
    assertThat(Uris.uri(new VfsPath("c:/x/y z"), folders)).isEqualTo("file:///c%3A/x/y%20z");
    assertThat(Uris.uri(new VfsPath("/a b/d"), folders)).isEqualTo("file:/a%20b/d");
    assertThat(Uris.uri(new VfsPath("/a b/c/d"), folders)).isEqualTo("file:///a b/c/d");
    assertThat(Uris.uri(new VfsPath("/a b/c"), folders)).isEqualTo("file:///a b/c");
    assertThat(Uris.uri(new VfsPath("/other/d"), folders)).isEqualTo("file:///other/d");
  }
}
