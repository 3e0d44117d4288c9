package kconfigls.rules;

/**
 * What is said about a rule.
 *
 * @param id in kebab case
 * @param summary one line, without a full stop
 * @param severity where the profile names no other
 * @param since the release of this program that has it first
 * @param profile where it is on
 */
public record RuleInfo(
    String id,
    String summary,
    String category,
    Severity severity,
    String since,
    RuleProfile profile) {
  /** A rule of the first release, on everywhere. */
  public static RuleInfo of(String category, String id, Severity severity, String summary) {
    return new RuleInfo(id, summary, category, severity, "0.1", RuleProfile.EVERYWHERE);
  }

  /** The same rule, off until the user gives it a severity. */
  public RuleInfo optIn() {
    return with(profile.optIn());
  }

  /** The same rule, on in these dialects only unless the user gives it a severity. */
  public RuleInfo only(String... dialects) {
    return with(profile.only(dialects));
  }

  /** The same rule with another severity in a dialect. */
  public RuleInfo in(String dialect, Severity other) {
    return with(profile.in(dialect, other));
  }

  private RuleInfo with(RuleProfile other) {
    return new RuleInfo(id, summary, category, severity, since, other);
  }

  /** The severity in a dialect, on or off. */
  public Severity severity(String dialect) {
    return profile.severities().getOrDefault(dialect, severity);
  }

  /** The resource that holds the rule's page. */
  public String page() {
    return "/rules/" + id + ".md";
  }
}
