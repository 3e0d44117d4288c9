package kconfigls.rules;

/** A rule: final, stateless, and listed in {@link Rules}. */
public sealed interface Rule permits FileRule, ProjectRule, ConfigRule, SuppressionRule {
  RuleInfo info();
}
