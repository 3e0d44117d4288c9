package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.Terms;
import kconfigls.syntax.Term;

/** Reports prompts that are bare words. */
public final class UnquotedPrompt implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "unquoted-prompt", Severity.ERROR, "a prompt without quotes");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    boolean taken = file.has(Feature.UNQUOTED_PROMPT);
    // of the programs that take a bare word only Kconfiglib says a word about it
    boolean warned = file.has(Feature.LAST_LINE_COUNTS) && !file.has(Feature.LENIENT);
    if (!taken || warned) {
      Terms.prompts(file, prompt -> check(file, sink, prompt, taken));
    }
  }

  private static void check(CheckedFile file, FindingSink sink, Term prompt, boolean taken) {
    if (!prompt.isQuoted()) {
      boolean lenient = file.has(Feature.LENIENT);
      String message =
          "the text `"
              + prompt.raw()
              + "` "
              + (taken || lenient ? "should have" : "needs")
              + " quotes";
      Draft draft =
          Draft.of(new Place(file.path(), prompt.range()), message)
              .fix(() -> List.of(Fix.safe("Add the quotes", Edits.in(file).quote(prompt.range()))));
      if (lenient) {
        sink.report(draft.as(Severity.HINT));
      } else {
        sink.report(taken ? draft.as(Severity.INFO) : draft);
      }
    }
  }
}
