package kconfigls.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.rules.Suppression.Origin;
import kconfigls.rules.Suppression.RuleId;
import kconfigls.text.TextRange;

/**
 * Where the comments of one file suppress which rules; asking takes the logarithm of their number.
 */
final class SuppressedPlaces {
  private final Map<String, SortedRanges> byRule = new HashMap<>();
  private final SortedRanges style;

  /**
   * The places that comments cover.
   *
   * @param origins whose comments count
   */
  SuppressedPlaces(Suppressions suppressions, Set<Origin> origins) {
    Map<String, List<TextRange>> covered = new HashMap<>();
    List<TextRange> lines = new ArrayList<>();
    for (Suppression suppression : suppressions.all()) {
      if (origins.contains(suppression.origin())) {
        if (suppression.origin() == Origin.LINE) {
          lines.add(suppression.covers());
        }
        for (RuleId rule : suppression.rules()) {
          covered.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(suppression.covers());
        }
      }
    }
    covered.forEach((rule, ranges) -> byRule.put(rule, new SortedRanges(ranges)));
    this.style = new SortedRanges(lines);
  }

  /** Whether a finding of a rule at an offset is suppressed. */
  boolean cover(RuleInfo rule, int offset) {
    TextRange at = TextRange.at(offset);
    SortedRanges own = byRule.get(rule.id());
    return (own != null && own.touch(at)) || (rule.category().equals("style") && style.touch(at));
  }
}
