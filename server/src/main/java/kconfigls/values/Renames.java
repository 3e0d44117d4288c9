package kconfigls.values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kconfigls.syntax.RenameTree;
import kconfigls.text.TextRange;
import kconfigls.values.ConfigProblem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The new names of symbols, by their old names: the language page, D.9, {@code sdkconfig-rename}.
 */
final class Renames {
  /**
   * A new name.
   *
   * @param symbol without the prefix
   * @param isInverted whether y becomes n, and n or "not set" becomes y
   */
  record Target(String symbol, boolean isInverted) {}

  private final Map<String, Target> targets = new HashMap<>();

  /** Null for a name that was not changed. */
  @Nullable Target of(String symbol) {
    return targets.get(symbol);
  }

  static Renames of(
      List<ConfigStack.RenameFile> files, String prefix, Consumer<ConfigProblem> problems) {
    Renames renames = new Renames();
    for (ConfigStack.RenameFile file : files) {
      String text = file.tree().source().text();
      for (TextRange line : file.tree().malformed()) {
        String why = "'" + Shown.text(line.of(text)) + "' is no rename";
        problems.accept(problem(file, line, why));
      }
      for (RenameTree.Rename rename : file.tree().renames()) {
        String why = renames.add(rename, text, prefix);
        if (why != null) {
          problems.accept(problem(file, rename.oldName(), why));
        }
      }
    }
    return renames;
  }

  /** What is wrong with a rename, which then does not count; null if it is added. */
  private @Nullable String add(RenameTree.Rename rename, String text, String prefix) {
    String oldName = rename.oldName().of(text);
    String newName = rename.newName().of(text);
    if (!oldName.startsWith(prefix) || !newName.startsWith(prefix)) {
      return "both names need the prefix " + prefix;
    }
    if (oldName.equals(newName)) {
      return oldName + " is renamed to itself";
    }
    Target target = new Target(newName.substring(prefix.length()), rename.isInverted());
    Target earlier = targets.putIfAbsent(oldName.substring(prefix.length()), target);
    return earlier == null || earlier.equals(target)
        ? null
        : oldName + " is renamed already, to " + prefix + earlier.symbol();
  }

  private static ConfigProblem problem(
      ConfigStack.RenameFile file, TextRange range, String message) {
    Place place = new Place(file.name(), file.tree().source(), range);
    return new ConfigProblem(Kind.INVALID_RENAME, place, message + ": the line is ignored");
  }
}
