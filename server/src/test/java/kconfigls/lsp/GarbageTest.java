package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When garbage is collected, in MB. */
final class GarbageTest {
  private long live;
  private long used;
  private int collections;

  private final Garbage garbage =
      new Garbage(
          () -> used << 20,
          () -> {
            used = live;
            collections++;
          });

  private int after(int more) {
    used += more;
    garbage.collectIfMuch();
    return collections;
  }

  @Test
  void aLittleIsLeft() {
    assertThat(after(100)).isZero();
    assertThat(after(28)).isZero();
    assertThat(after(1)).isEqualTo(1);
    assertThat(after(128)).isEqualTo(1);
  }

  @Test
  void whatIsInUseMayDoubleBeforeItIsLookedAtAgain() {
    live = 300;
    assertThat(after(300)).isEqualTo(1);
    assertThat(after(300)).isEqualTo(1);
    assertThat(after(1)).isEqualTo(2);
    assertThat(used).isEqualTo(300);
  }

  @Test
  void aLongSessionStaysWithinABound() {
    live = 115;
    long largest = 0;
    for (int edit = 0; edit < 5_000; edit++) {
      used += 8;
      largest = Math.max(largest, used);
      garbage.collectIfMuch();
    }
    assertThat(largest).isLessThan(2 * 115 + 128);
    assertThat(collections).isLessThan(5_000 * 8 / 128 + 2);
  }
}
