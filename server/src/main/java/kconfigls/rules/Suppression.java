package kconfigls.rules;

import java.util.List;
import java.util.NavigableSet;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

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

  /** Whether one of some offsets, null for none, is covered. */
  boolean covers(@Nullable NavigableSet<Integer> offsets) {
    Integer next = offsets == null ? null : offsets.ceiling(covers.start());
    return next != null && covers.touches(next);
  }
}
