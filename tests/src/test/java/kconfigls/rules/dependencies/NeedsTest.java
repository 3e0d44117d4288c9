package kconfigls.rules.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kconfigls.harness.CheckedTree;
import kconfigls.model.ProjectModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is looked at to find loops through ranges. */
final class NeedsTest {
  @TempDir private Path folder;

  @Test
  void aChainOfRangesIsFollowedOnce() {
    StringBuilder text = new StringBuilder("config R0\n\tint \"r\"\n\n");
    int count = 5_000;
    for (int i = 1; i <= count; i++) {
      text.append("config R%d\n\tint \"r\"\n\trange R%d 100\n\n".formatted(i, i - 1));
    }
    CheckedTree.write(folder, Map.of("Kconfig", text.toString()), CheckedTree.charset(false));
    ProjectModel model =
        CheckedTree.check(folder, "linux-6.12", Map.of())
            .workspace()
            .snapshot()
            .models()
            .getFirst();
    Needs needs = new Needs(model);
    model.symbols().keySet().forEach(name -> assertThat(needs.mayLoop(name)).isFalse());
    assertThat(needs.steps()).isLessThan(6 * count);
  }
}
