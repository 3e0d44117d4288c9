package kconfigls.values;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code .config}-like file says: the language page, C.7.
 *
 * @param assignments in the order of the file
 * @param strayLines the lines, counted from 0, that are neither assignments nor comments
 */
public record DotConfig(List<Assignment> assignments, List<Integer> strayLines) {
  public static final DotConfig EMPTY = new DotConfig(List.of(), List.of());

  /**
   * One line that means something.
   *
   * @param symbol without the prefix
   * @param value as written, with its quotes; {@code n} for a line of the kind "is not set"
   * @param line counted from 0
   */
  public record Assignment(String symbol, String value, int line) {}

  /** The file's lines; {@code prefix} is that of the symbols, such as {@code CONFIG_}. */
  public static DotConfig parse(String text, String prefix) {
    List<Assignment> assignments = new ArrayList<>();
    List<Integer> stray = new ArrayList<>();
    int number = 0;
    for (int from = 0; from < text.length(); number++) {
      int feed = text.indexOf('\n', from);
      int end = feed < 0 ? text.length() : feed;
      int stop = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
      String line = text.substring(from, stop);
      from = end + 1;
      if (line.startsWith("#")) {
        notSet(line, prefix, number, assignments);
      } else if (!line.isEmpty()) {
        int equals = line.indexOf('=');
        if (line.startsWith(prefix) && equals >= 0) {
          String symbol = line.substring(prefix.length(), equals);
          assignments.add(new Assignment(symbol, line.substring(equals + 1), number));
        } else {
          stray.add(number);
        }
      }
    }
    return new DotConfig(List.copyOf(assignments), List.copyOf(stray));
  }

  private static void notSet(String line, String prefix, int number, List<Assignment> to) {
    String start = "# " + prefix;
    int blank = line.indexOf(' ', start.length());
    if (line.startsWith(start) && blank >= 0 && line.startsWith("is not set", blank + 1)) {
      to.add(new Assignment(line.substring(start.length(), blank), "n", number));
    }
  }
}
