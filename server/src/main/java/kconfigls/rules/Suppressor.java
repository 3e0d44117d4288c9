package kconfigls.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kconfigls.analysis.Place;
import kconfigls.rules.Suppression.Origin;
import kconfigls.rules.Suppression.RuleId;
import kconfigls.vfs.VfsPath;

/** Lets the comments of the files, and the lists of names that may be undefined, have their say. */
public final class Suppressor {
  private final Function<VfsPath, Suppressions> comments;
  private final RuleSettings settings;
  private final Map<VfsPath, Suppressions> known = new HashMap<>();
  private final Map<VfsPath, Set<RuleId>> used = new HashMap<>();

  Suppressor(Function<VfsPath, Suppressions> comments, RuleSettings settings) {
    this.comments = comments;
    this.settings = settings;
  }

  /** The findings that are told. */
  public List<Finding> told(List<Finding> findings) {
    return findings.stream().filter(finding -> !isSuppressed(finding)).toList();
  }

  private boolean isSuppressed(Finding finding) {
    boolean byComment = isUsed(finding.rule(), finding.place(), Origin.values());
    for (Finding.Related related : finding.related()) {
      byComment |= isUsed(finding.rule(), related.place(), Origin.ESP_IDF);
    }
    return byComment || settings.allows(finding);
  }

  private boolean isUsed(RuleInfo rule, Place place, Origin... origins) {
    VfsPath file = place.file();
    Suppressions suppressions = known.computeIfAbsent(file, comments);
    if (suppressions.isEmpty()) {
      return false;
    }
    List<Suppression> found =
        suppressions.at(rule, place.range().start()).stream()
            .filter(suppression -> List.of(origins).contains(suppression.origin()))
            .toList();
    for (Suppression suppression : found) {
      suppression.rules().stream()
          .filter(each -> each.id().equals(rule.id()))
          .forEach(each -> used.computeIfAbsent(file, path -> new HashSet<>()).add(each));
    }
    return !found.isEmpty();
  }

  /** What the comments of a file name and suppressed nothing of what {@link #told} has seen. */
  public List<RuleId> unused(VfsPath file) {
    Suppressions suppressions = known.computeIfAbsent(file, comments);
    return new ArrayList<>(suppressions.unused(used.getOrDefault(file, Set.of())));
  }
}
