package kconfigls.rules;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import kconfigls.analysis.Place;
import kconfigls.rules.Suppression.Origin;
import kconfigls.rules.Suppression.RuleId;
import kconfigls.vfs.VfsPath;

/** Lets the comments of the files, and the lists of names that may be undefined, have their say. */
public final class Suppressor {
  private final Function<VfsPath, Suppressions> comments;
  private final RuleSettings settings;
  private final Map<VfsPath, Comments> known = new HashMap<>();

  /** Where findings of each rule begin, suppressed or not, in the files that have comments. */
  private final Map<VfsPath, Map<String, TreeSet<Integer>>> found = new HashMap<>();

  Suppressor(Function<VfsPath, Suppressions> comments, RuleSettings settings) {
    this.comments = comments;
    this.settings = settings;
  }

  /** The comments of a file, and what they cover; ESP-IDF's count for related places, too. */
  private record Comments(Suppressions written, SuppressedPlaces all, SuppressedPlaces ofRelated) {
    static Comments of(Suppressions written) {
      return new Comments(
          written,
          new SuppressedPlaces(written, EnumSet.allOf(Origin.class)),
          new SuppressedPlaces(written, EnumSet.of(Origin.ESP_IDF)));
    }
  }

  /** The findings that are told. */
  public List<Finding> told(List<Finding> findings) {
    return findings.stream().filter(finding -> !isSuppressed(finding)).toList();
  }

  private boolean isSuppressed(Finding finding) {
    String rule = finding.rule().id();
    Place place = finding.place();
    Comments own = comments(place.file());
    int start = place.range().start();
    if (!own.written().isEmpty()) {
      found
          .computeIfAbsent(place.file(), file -> new HashMap<>())
          .computeIfAbsent(rule, id -> new TreeSet<>())
          .add(start);
    }
    return own.all().cover(finding.rule(), start)
        || finding.related().stream().anyMatch(related -> isCovered(finding, related.place()))
        || settings.allows(finding);
  }

  private boolean isCovered(Finding finding, Place related) {
    return comments(related.file()).ofRelated().cover(finding.rule(), related.range().start());
  }

  private Comments comments(VfsPath file) {
    return known.computeIfAbsent(file, path -> Comments.of(comments.apply(path)));
  }

  /** What the comments of a file name and suppressed nothing of what {@link #told} has seen. */
  public List<RuleId> unused(VfsPath file) {
    Map<String, TreeSet<Integer>> places = found.getOrDefault(file, Map.of());
    return comments(file).written().all().stream()
        .filter(suppression -> suppression.origin() == Origin.OWN)
        .flatMap(
            suppression ->
                suppression.rules().stream()
                    .filter(rule -> !suppression.covers(places.get(rule.id()))))
        .toList();
  }
}
