package kconfigls.rules.macros;

import kconfigls.model.MacroIssue;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Shows what {@code info}, {@code warning-if} and {@code error-if} say. */
public final class MacroMessage implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "macro-message",
          Severity.WARNING,
          "what $(info), $(warning-if) and $(error-if) say when the tree is read");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    MacroIssues.report(projects, sink, MacroMessage::draft);
  }

  private static @Nullable Draft draft(MacroIssues.At at) {
    Severity severity = severity(at);
    if (severity == null) {
      return null;
    }
    String detail = at.issue().detail();
    String text = at.issue().subject().strip();
    return at.say(
            (text.isEmpty() ? "(no text)" : text) + (detail.isEmpty() ? "" : " (" + detail + ")"))
        .as(severity);
  }

  private static @Nullable Severity severity(MacroIssues.At at) {
    if (at.is(MacroIssue.Kind.ERROR)) {
      return Severity.ERROR;
    }
    if (at.is(MacroIssue.Kind.WARNING)) {
      return Severity.WARNING;
    }
    return at.is(MacroIssue.Kind.INFO) ? Severity.INFO : null;
  }
}
