package kconfigls.rules;

import java.util.Map;
import java.util.Optional;

/**
 * What the user says about rules.
 *
 * @param severities by rule id; an empty value switches the rule off
 */
public record RuleSettings(Map<String, Optional<Severity>> severities) {
  public static final RuleSettings DEFAULT = new RuleSettings(Map.of());

  public RuleSettings {
    severities = Map.copyOf(severities);
  }

  public boolean isOff(RuleInfo rule) {
    Optional<Severity> set = severities.get(rule.id());
    return set != null && set.isEmpty();
  }

  /** The severity that the user set, or the one given. */
  public Severity severity(RuleInfo rule, Severity given) {
    Optional<Severity> set = severities.get(rule.id());
    return set == null ? given : set.orElse(given);
  }
}
