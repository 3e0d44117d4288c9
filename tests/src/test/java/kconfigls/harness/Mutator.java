package kconfigls.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages texts of Kconfig as hands, tools and disks do; the same seed damages the same way. */
public final class Mutator {
  private static final List<String> INSERTED =
      List.of(
          "menu \"m\"\n",
          "endmenu\n",
          "if A\n",
          "endif\n",
          "choice\n",
          "endchoice\n",
          "\thelp\n",
          "config A\n",
          "\tselect A if A = \"\n",
          "\tdefault $(shell,$(A\n",
          "A = $(A)\n",
          "A += $(B) $(A)\n",
          "B := $(A)\n",
          "\tdepends on " + "(".repeat(10_000) + "A" + ")".repeat(10_000) + "\n",
          "\tdepends on " + "!".repeat(10_000) + "A\n",
          "\tdepends on A" + " && A || B".repeat(2_000) + "\n",
          "\\\n",
          "\u0000\u0007\uFFFF\n");

  private final Random random;

  public Mutator(long seed) {
    this.random = new Random(seed);
  }

  /** One of some things. */
  public <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /**
   * The text with up to four kinds of damage.
   *
   * @param path what the file itself and others are sourced by, for loops of inclusion
   */
  public String mutate(String text, List<String> path) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
    for (int n = random.nextInt(4); n >= 0 && !lines.isEmpty(); n--) {
      damage(lines, random.nextInt(lines.size()), path);
    }
    return String.join("", lines);
  }

  private void damage(List<String> lines, int at, List<String> paths) {
    String line = lines.get(at);
    int cut = random.nextInt(line.length() + 1);
    switch (random.nextInt(9)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.set(at, line.substring(0, cut));
      case 2 -> lines.set(at, lines.set(random.nextInt(lines.size()), line));
      case 3 -> lines.set(at, line.substring(0, cut) + character() + line.substring(cut));
      case 4 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 5 -> lines.add(at, pick(INSERTED));
      case 6 -> lines.add(at, "source \"" + pick(paths) + "\"\n");
      case 7 -> lines.subList(at, Math.min(lines.size(), at + 1 + random.nextInt(40))).clear();
      default -> lines.set(at, line.replace("\n", "\r\n"));
    }
  }

  private char character() {
    return (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x250);
  }
}
