package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kconfigls.harness.CheckedTree;
import kconfigls.rules.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small constructs and what is said of them in each dialect: a line {@code #finds FINDINGS:
 * DIALECTS} names errors and warnings, {@code ok} for none. {@code tests/trees/matrix.py} asks the
 * dialects' own programs, which must reject exactly what has an error here.
 */
final class MatrixTest {
  private static final Path TABLE = Path.of("src/test/resources/matrix/constructs.txt");
  private static final List<String> DIALECTS =
      List.of(
          "linux-4.8",
          "linux-4.17",
          "linux-4.20",
          "linux-5.4",
          "linux-5.10",
          "linux-6.1",
          "linux-6.9",
          "linux-6.12",
          "linux-7.3",
          "u-boot",
          "buildroot",
          "busybox",
          "coreboot",
          "openwrt",
          "nuttx",
          "xen",
          "crosstool-ng",
          "barebox",
          "kconfiglib",
          "rt-thread",
          "zephyr",
          "esp-idf",
          "old-kconfig",
          "generic");

  /** What ESP-IDF wants of names has nothing to do with constructs. */
  private static final String NAMES = "common-prefix";

  @TempDir private Path temp;

  @Test
  void table() throws IOException {
    String table = Files.readString(TABLE);
    StringBuilder now = new StringBuilder();
    for (String each : table.split("(?m)^(?=#case )")) {
      int text = each.indexOf("#kconfig\n") + "#kconfig\n".length();
      now.append(each, 0, each.indexOf('\n') + 1);
      found(each.substring(text))
          .forEach((findings, dialects) -> now.append(line(findings, dialects)));
      now.append("#kconfig\n").append(each.substring(text));
    }
    if (Boolean.getBoolean("kconfigls.golden.write")) {
      Files.writeString(TABLE, now);
    }
    assertThat(now.toString()).isEqualTo(table);
  }

  private static String line(String findings, List<String> dialects) {
    return "#finds " + findings + ": " + String.join(" ", dialects) + "\n";
  }

  /** The dialects by what is found in them. */
  private Map<String, List<String>> found(String text) throws IOException {
    Map<String, String> files = CheckedTree.files(text);
    return DIALECTS.stream()
        .collect(
            Collectors.groupingBy(
                dialect -> findings(dialect, files), LinkedHashMap::new, Collectors.toList()));
  }

  private String findings(String dialect, Map<String, String> files) {
    Path folder = temp.resolve(dialect);
    CheckedTree tree;
    try {
      CheckedTree.write(folder, files, StandardCharsets.UTF_8);
      tree = CheckedTree.check(folder.toRealPath(), dialect, Map.of());
      CheckedTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(tree.faults()).isEmpty();
    String all =
        tree.findings().stream()
            .filter(finding -> finding.severity().compareTo(Severity.WARNING) >= 0)
            .filter(finding -> !finding.rule().id().equals(NAMES))
            .map(finding -> finding.severity().text() + "[" + finding.rule().id() + "]")
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? "ok" : all;
  }
}
