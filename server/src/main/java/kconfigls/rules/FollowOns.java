package kconfigls.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.rules.Finding.Related;

/** One cause, one finding: what a file lacks or has too much when its block ends in another. */
public final class FollowOns {
  private static final String CAUSE = "end-in-other-file";
  private static final Set<String> SILENCED = Set.of("mismatched-end", "unclosed-block");

  private FollowOns() {}

  /** The findings of files without those that a finding of the projects explains. */
  public static List<Finding> removed(List<Finding> ofFiles, Collection<Finding> ofProjects) {
    Set<Place> explained = new HashSet<>();
    for (Finding finding : ofProjects) {
      if (finding.rule().id().equals(CAUSE)) {
        explained.add(finding.place());
        finding.related().stream().map(Related::place).forEach(explained::add);
      }
    }
    if (explained.isEmpty()) {
      return ofFiles;
    }
    return ofFiles.stream()
        .filter(
            finding ->
                !SILENCED.contains(finding.rule().id()) || !explained.contains(finding.place()))
        .toList();
  }
}
