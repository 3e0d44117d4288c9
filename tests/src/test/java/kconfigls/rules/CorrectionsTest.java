package kconfigls.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kconfigls.analysis.Lazy;
import kconfigls.analysis.Place;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;

/** The work that near names take: a report of 131,100 undefined names once took ten minutes. */
final class CorrectionsTest {
  private static final Place PLACE = new Place(VfsPath.of("/tree/Kconfig"), new TextRange(0, 1));

  private static Corrections among(int symbols) {
    Set<String> names =
        IntStream.range(0, symbols).mapToObj(i -> "SYMBOL_" + i).collect(Collectors.toSet());
    return new Corrections(Lazy.of(() -> names));
  }

  @Test
  void aNameIsLookedForOnceHoweverOftenItIsUsed() {
    Corrections corrections = among(10);
    for (int i = 0; i < 100_000; i++) {
      assertThat(corrections.of(PLACE, "SYMBOL_1A")).hasSize(3);
    }
    assertThat(corrections.searches()).isEqualTo(1);
  }

  @Test
  void searchesEndBeforeTheyTakeMinutes() {
    Corrections corrections = among(20_000);
    for (int i = 0; i < 5_000; i++) {
      corrections.of(PLACE, "UNKNOWN_" + i);
    }
    assertThat(corrections.searches()).isEqualTo(1_000);
    assertThat(corrections.of(PLACE, "SYMBOL_1A")).isEmpty();
  }
}
