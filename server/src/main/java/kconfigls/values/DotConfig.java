package kconfigls.values;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;

/**
 * What configuration files say to the program of a dialect: the language page, C.7. The files may
 * hold millions of lines, so an assignment is made only when it is read.
 */
public record DotConfig(ConfigStack stack, Dialect dialect) {
  /**
   * One line that means something.
   *
   * @param symbol without the prefix
   * @param value as the program takes it, with its quotes; {@code n} for "is not set"
   * @param isDefault whether it is marked as a default value, which gives way to all others
   */
  public record Assignment(
      String symbol, String value, boolean isNotSet, boolean isDefault, Place place) {}

  /** Tells all that the files say, in order. */
  public void read(Consumer<Assignment> assignments, Consumer<ConfigProblem> problems) {
    boolean merged = stack.files().size() > 1 && !dialect.has(Feature.PYTHON_CONFIGS);
    Map<String, Integer> last = merged ? lastFiles() : Map.of();
    for (int i = 0; i < stack.files().size(); i++) {
      int file = i;
      Consumer<Assignment> kept =
          assignment -> {
            if (last.getOrDefault(assignment.symbol(), file) == file) {
              assignments.accept(assignment);
            }
          };
      new ConfigLines(stack.files().get(i), dialect, kept, problems).read();
    }
  }

  /**
   * The last file that assigns each symbol. Its lines take the place of those of all earlier files,
   * even if they say nothing that counts (merge_config.sh of Linux).
   */
  private Map<String, Integer> lastFiles() {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < stack.files().size(); i++) {
      int file = i;
      Consumer<Assignment> note = assignment -> last.put(assignment.symbol(), file);
      new ConfigLines(stack.files().get(i), dialect, note, problem -> {}).read();
    }
    return last;
  }
}
