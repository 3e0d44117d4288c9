package kconfigls.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import kconfigls.text.Nearest;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/** Understands what people write about rules. */
public final class RuleTexts {
  /** What may be said of a rule. */
  public static final List<String> VALUES = List.of("off", "hint", "info", "warning", "error");

  private RuleTexts() {}

  /**
   * Severities by rule id; empty for {@code off}. What is not understood is left out.
   *
   * @param complaints takes the id and one sentence for each rule or severity that does not exist
   */
  public static Map<String, Optional<Severity>> severities(
      Map<String, String> texts, BiConsumer<String, String> complaints) {
    Map<String, Optional<Severity>> severities = new HashMap<>();
    texts.forEach(
        (id, value) -> {
          if (Rules.byId(id).isEmpty()) {
            complaints.accept(id, unknown(id));
          } else if (!VALUES.contains(value)) {
            String known = "known are " + String.join(", ", VALUES);
            complaints.accept(
                id,
                "rule "
                    + id
                    + ": unknown severity '"
                    + value
                    + "'"
                    + Nearest.hint(value, VALUES, known));
          } else {
            severities.put(id, Severity.parse(value));
          }
        });
    return severities;
  }

  /** Severities for the files below a folder that fit one of the patterns. */
  public static RuleSettings.Override override(
      VfsPath folder, List<String> files, Map<String, Optional<Severity>> severities) {
    List<Glob> patterns =
        files.stream().map(pattern -> Glob.of(pattern, Glob.Syntax.SETTINGS)).toList();
    return new RuleSettings.Override(
        file ->
            file.isIn(folder)
                && patterns.stream().anyMatch(pattern -> pattern.matches(file.relativeTo(folder))),
        severities);
  }

  /** What to say of a rule id that does not exist. */
  public static String unknown(String id) {
    List<String> ids = Rules.all().stream().map(rule -> rule.info().id()).toList();
    return "unknown rule '" + id + "'" + Nearest.hint(id, ids, "`kconfig-ls rules` lists all");
  }
}
