package kconfigls.rules;

/**
 * What is said about a rule.
 *
 * @param id in kebab case
 * @param summary one line, without a full stop
 * @param since the release of this program that has it first
 */
public record RuleInfo(
    String id, String summary, String category, Severity severity, String since) {
  /** A rule of the first release. */
  public static RuleInfo of(String category, String id, Severity severity, String summary) {
    return new RuleInfo(id, summary, category, severity, "0.1");
  }

  /** The resource that holds the rule's page. */
  public String page() {
    return "/rules/" + id + ".md";
  }
}
