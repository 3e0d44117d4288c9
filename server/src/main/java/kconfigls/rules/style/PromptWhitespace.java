package kconfigls.rules.style;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.Terms;
import kconfigls.syntax.Term;

/** Reports prompts that begin or end with a blank. */
public final class PromptWhitespace implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "style",
          "prompt-whitespace",
          Severity.WARNING,
          "a prompt that begins or ends with a blank");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Terms.prompts(
        file,
        prompt -> {
          String stripped = prompt.raw().strip();
          if (prompt.isQuoted() && !stripped.isEmpty() && !stripped.equals(prompt.raw())) {
            sink.report(draft(file, prompt, stripped));
          }
        });
  }

  private static Draft draft(CheckedFile file, Term prompt, String stripped) {
    boolean leading = prompt.raw().charAt(0) != stripped.charAt(0);
    Place inner = new Place(file.path(), prompt.inner());
    String message =
        leading
            ? "the blank at the beginning of the prompt is ignored"
            : "the blank at the end of the prompt is shown";
    return Draft.of(inner, message)
        .fix(() -> List.of(Fix.safe("Strip the prompt", new Fix.Edit(inner, stripped))));
  }
}
