package kconfigls.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kconfigls.analysis.Snapshot;
import kconfigls.harness.CheckedTree;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is fixed at once: each round reads and links the whole tree again. */
final class FixRoundTest {
  @TempDir private Path folder;

  @Test
  void whatRestsOnABlockIsFixedInOneRound() {
    StringBuilder text =
        new StringBuilder("config A\n\tbool \"a\"\n\nmenu \"m\"\n\tdepends on A\n\n");
    StringBuilder fixed = new StringBuilder(text);
    for (String open : new String[] {"", "endmenu\n\nif A\n\n"}) {
      text.append(open);
      fixed.append(open);
      for (int i = 0; i < 5; i++) {
        String head = "config " + (open.isEmpty() ? "M" : "I") + i + "\n\tbool \"x\"\n";
        text.append(head).append("\tdepends on A\n\n");
        fixed.append(head).append("\n");
      }
    }
    text.append("endif\n");
    fixed.append("endif\n");
    CheckedTree.write(folder, Map.of("Kconfig", text.toString()), CheckedTree.charset(false));
    CheckedTree tree = CheckedTree.check(folder, "linux-6.12", Map.of());
    Snapshot snapshot = tree.workspace().snapshot();
    FixRound round =
        FixRound.of(
            tree.findings().stream()
                .filter(found -> found.rule().id().equals("duplicate-dependency"))
                .toList(),
            snapshot::present,
            applied -> applied.fix().safe());
    assertThat(round.applied()).hasSize(10);
    VfsPath file = VfsPath.of(folder.resolve("Kconfig").toString());
    assertThat(round.texts().get(file).text()).isEqualTo(fixed.toString());
  }
}
