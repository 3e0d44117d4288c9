package kconfigls.cli.report;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;
import kconfigls.rules.Fix;

/**
 * The fixes that mend many findings at once, each of which carries it: a report writes such a fix
 * for the first of them only, so that its size grows with the findings and not with their square.
 */
final class SharedFixes {
  private final Map<Fix, Integer> written = new IdentityHashMap<>();

  /**
   * Where a fix was written before; empty for one that was not, which is noted then.
   *
   * @param finding the number of the finding that it is written for now, from 0
   */
  OptionalInt before(Fix fix, int finding) {
    if (fix.edits().size() < 2) {
      return OptionalInt.empty();
    }
    Integer earlier = written.putIfAbsent(fix, finding);
    return earlier == null ? OptionalInt.empty() : OptionalInt.of(earlier);
  }
}
