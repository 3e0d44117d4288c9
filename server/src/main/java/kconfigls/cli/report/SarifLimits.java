package kconfigls.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.rules.Finding;

/**
 * What of a result GitHub's code scanning takes: 25,000 results a run, of which the mildest are
 * left out first, and 1,000 locations a result, of which it shows 100.
 *
 * @param findings in the order of the result
 * @param notes one sentence for each limit that has cut something off
 */
record SarifLimits(List<Reported> findings, List<String> notes) {
  static final int MAX_RESULTS = 25_000;
  static final int MAX_RELATED = 99;

  static SarifLimits of(CheckResult result) {
    return of(result, MAX_RESULTS);
  }

  static SarifLimits of(CheckResult result, int maxResults) {
    List<String> notes = new ArrayList<>();
    List<Reported> all = result.findings();
    List<Reported> kept = all;
    if (all.size() > maxResults) {
      Set<String> worst = new HashSet<>();
      all.stream()
          .sorted(Comparator.comparing(Reported::severity).reversed())
          .limit(maxResults)
          .forEach(reported -> worst.add(reported.fingerprint()));
      kept = all.stream().filter(reported -> worst.contains(reported.fingerprint())).toList();
      notes.add(
          "Of "
              + all.size()
              + " findings the "
              + maxResults
              + " most severe are here: GitHub takes no more results a run.");
    }
    long cut = kept.stream().filter(each -> isCut(each.finding())).count();
    if (cut > 0) {
      notes.add(
          "Of "
              + cut
              + " findings the first "
              + MAX_RELATED
              + " related locations are here: GitHub shows no more than 100 locations a result.");
    }
    return new SarifLimits(kept, notes);
  }

  private static boolean isCut(Finding finding) {
    return finding.related().size() > MAX_RELATED;
  }

  /** The related places that fit. */
  List<Finding.Related> shown(List<Finding.Related> related) {
    return related.subList(0, Math.min(MAX_RELATED, related.size()));
  }
}
