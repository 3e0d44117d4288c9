package kconfigls.rules;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a rule is on by itself, and how severe it is there.
 *
 * @param everywhere whether it is on in all dialects
 * @param dialects the names of those in which it is on; empty if everywhere, or if it is off until
 *     the user gives it a severity
 * @param severities by the names of dialects that judge it otherwise
 */
public record RuleProfile(
    boolean everywhere, Set<String> dialects, Map<String, Severity> severities) {
  static final RuleProfile EVERYWHERE = new RuleProfile(true, Set.of(), Map.of());

  public RuleProfile {
    dialects = Set.copyOf(dialects);
    severities = Map.copyOf(severities);
  }

  RuleProfile optIn() {
    return new RuleProfile(false, Set.of(), severities);
  }

  RuleProfile only(String... names) {
    return new RuleProfile(false, Set.of(names), severities);
  }

  RuleProfile in(String dialect, Severity severity) {
    Map<String, Severity> all = new TreeMap<>(severities);
    all.put(dialect, severity);
    return new RuleProfile(everywhere, dialects, all);
  }

  public boolean isOn(String dialect) {
    return everywhere || dialects.contains(dialect);
  }

  /** For people: {@code on}, {@code off}, or the dialects it is on in. */
  public String text() {
    if (everywhere) {
      return "on";
    }
    return dialects.isEmpty() ? "off" : String.join(", ", new TreeSet<>(dialects));
  }
}
