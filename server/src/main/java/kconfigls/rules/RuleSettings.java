package kconfigls.rules;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** Whether the rule is on in a dialect. */
  public boolean isOn(RuleInfo rule, String dialect) {
    Optional<Severity> said = severities.get(rule.id());
    return said == null ? rule.profile().isOn(dialect) : said.isPresent();
  }

  /**
   * The severity of a finding in a dialect: what the user says, else the finding's own, else the
   * rule's.
   *
   * @param own null if the finding has none of its own
   */
  public Severity severity(RuleInfo rule, String dialect, @Nullable Severity own) {
    Optional<Severity> said = severities.getOrDefault(rule.id(), Optional.empty());
    return said.orElse(own == null ? rule.severity(dialect) : own);
  }
}
