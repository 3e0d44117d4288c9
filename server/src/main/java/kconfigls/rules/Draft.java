package kconfigls.rules;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.Finding.Related;
import org.jspecify.annotations.Nullable;

/**
 * A finding as a rule states it.
 *
 * @param severity null for the rule's own
 * @param projects null for every project that includes the file
 */
public record Draft(
    Place place,
    String message,
    @Nullable String symbol,
    @Nullable Severity severity,
    List<Related> related,
    @Nullable List<String> projects,
    Fixes fixes) {
  public static Draft of(Place place, String message) {
    return new Draft(place, message, null, null, List.of(), null, Fixes.NONE);
  }

  public Draft about(String name) {
    return new Draft(place, message, name, severity, related, projects, fixes);
  }

  public Draft as(Severity other) {
    return new Draft(place, message, symbol, other, related, projects, fixes);
  }

  public Draft see(List<Related> places) {
    return new Draft(place, message, symbol, severity, places, projects, fixes);
  }

  public Draft in(List<String> names) {
    return new Draft(place, message, symbol, severity, related, names, fixes);
  }

  public Draft fix(Fixes made) {
    return new Draft(place, message, symbol, severity, related, projects, made);
  }
}
