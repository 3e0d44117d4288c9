package kconfigls.rules;

import java.util.List;
import kconfigls.text.TextRange;

/**
 * A comment that says what is not to be reported.
 *
 * @param comment the whole comment
 * @param covers where nothing is to be reported
 * @param rules what is not to be reported
 * @param origin whose comment it is
 */
public record Suppression(TextRange comment, TextRange covers, List<RuleId> rules, Origin origin) {
  /** The id of a rule, and where the comment names it. */
  public record RuleId(String id, TextRange range) {}

  /** Who understands the comment. */
  public enum Origin {
    /** {@code # kconfig-ls: ignore[…]}. */
    OWN,
    /** {@code # ignore: …} of ESP-IDF, which counts for all definitions of a symbol. */
    ESP_IDF,
    /** {@code # NOERROR} of ESP-IDF's kconfcheck, which is about the look of a line. */
    LINE
  }

  public Suppression {
    rules = List.copyOf(rules);
  }

  /** Whether a finding of a rule at an offset is suppressed. */
  boolean covers(RuleInfo rule, int offset) {
    if (!covers.touches(offset)) {
      return false;
    }
    return switch (origin) {
      case OWN, ESP_IDF -> rules.stream().anyMatch(each -> each.id().equals(rule.id()));
      case LINE -> rule.category().equals("style");
    };
  }
}
