package kconfigls.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.rules.Finding;
import kconfigls.rules.Fixes;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;

/** The names of findings hold still. */
final class FingerprintsTest {
  private static final VfsPath ROOT = VfsPath.of("/tree");
  private static final VfsPath FILE = ROOT.resolve("Kconfig");
  private static final String TEXT =
      "config A\n\tbool\n\tdepends on GONE\n\nconfig B\n\tbool\n\tdepends on GONE && GONE\n";

  /** A finding at each {@code GONE}, with a message that names its line and an architecture. */
  private static List<String> prints(String text, String arch) {
    List<Finding> findings = new ArrayList<>();
    SourceText source = SourceText.of(text);
    for (int at = text.indexOf("GONE"); at >= 0; at = text.indexOf("GONE", at + 1)) {
      int line = source.lines().lineOf(at) + 1;
      findings.add(
          new Finding(
              Rules.byId("undefined-symbol").orElseThrow().info(),
              Severity.WARNING,
              "not defined in " + arch + ", see Kconfig:" + line,
              "GONE",
              new Place(FILE, new TextRange(at, at + 4)),
              List.of(),
              List.of(arch),
              Fixes.NONE));
    }
    return Fingerprints.named(findings, ROOT, path -> Optional.of(source)).stream()
        .map(CheckResult.Reported::fingerprint)
        .toList();
  }

  @Test
  void eachHasItsOwn() {
    assertThat(prints(TEXT, "arm")).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void editsElsewhereAndOtherWordingChangeNone() {
    List<String> before = prints(TEXT, "arm");
    assertThat(prints("# a line\n" + TEXT, "arm")).isEqualTo(before);
    assertThat(prints(TEXT, "x86")).isEqualTo(before);
    assertThat(prints(TEXT.replace("\t", "        "), "arm")).isEqualTo(before);
    assertThat(prints(TEXT.replace("\n", "\r\n"), "arm")).isEqualTo(before);
  }

  @Test
  void theSameMistakeInANewEntryChangesNoOther() {
    String entry = "config NEW\n\tbool\n\tdepends on GONE\n\n";
    assertThat(prints(entry + TEXT, "arm")).hasSize(4).containsAll(prints(TEXT, "arm"));
  }

  @Test
  void anEditOfTheLineChangesIt() {
    List<String> after = prints(TEXT.replace("on GONE\n", "on GONE || A\n"), "arm");
    assertThat(after.getFirst()).isNotEqualTo(prints(TEXT, "arm").getFirst());
  }
}
