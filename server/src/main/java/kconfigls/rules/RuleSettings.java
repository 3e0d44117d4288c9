package kconfigls.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kconfigls.vfs.VfsPath;

/**
 * What the user says about rules.
 *
 * @param severities by rule id; an empty value switches the rule off
 * @param overrides for some files; the last one that says something of a rule counts
 * @param allowed names that the project lets be undefined, by rule id
 */
public record RuleSettings(
    Map<String, Optional<Severity>> severities,
    List<Override> overrides,
    Map<String, Set<String>> allowed) {
  /** Other severities for some files. */
  public record Override(Predicate<VfsPath> files, Map<String, Optional<Severity>> severities) {
    public Override {
      severities = Map.copyOf(severities);
    }
  }

  public static final RuleSettings DEFAULT = new RuleSettings(Map.of());

  public RuleSettings {
    severities = Map.copyOf(severities);
    overrides = List.copyOf(overrides);
    allowed = Map.copyOf(allowed);
  }

  /** Severities for all files. */
  public RuleSettings(Map<String, Optional<Severity>> severities) {
    this(severities, List.of(), Map.of());
  }

  /** Whether the rule is on in some file of a dialect. */
  public boolean isOn(RuleInfo rule, String dialect) {
    Optional<Severity> said = severities.get(rule.id());
    boolean on = said == null ? rule.profile().isOn(dialect) : said.isPresent();
    return on
        || overrides.stream()
            .map(each -> each.severities().get(rule.id()))
            .anyMatch(severity -> severity != null && severity.isPresent());
  }

  /**
   * The severity of a finding in a dialect: what the user says, else the finding's own, else the
   * rule's; empty if the rule is off in the finding's file.
   */
  public Optional<Severity> severity(RuleInfo rule, String dialect, Draft draft) {
    Optional<Severity> said = severities.get(rule.id());
    for (Override each : overrides) {
      Optional<Severity> here = each.severities().get(rule.id());
      if (here != null && each.files().test(draft.place().file())) {
        said = here;
      }
    }
    if (said != null) {
      return said;
    }
    Severity own = draft.severity();
    return rule.profile().isOn(dialect)
        ? Optional.of(own == null ? rule.severity(dialect) : own)
        : Optional.empty();
  }

  /** Whether a finding is about a name that the project lets be undefined. */
  boolean allows(Finding finding) {
    String symbol = finding.symbol();
    return symbol != null && allowed.getOrDefault(finding.rule().id(), Set.of()).contains(symbol);
  }
}
