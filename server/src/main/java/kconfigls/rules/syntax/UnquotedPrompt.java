package kconfigls.rules.syntax;

import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
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
    if (file.has(Feature.UNQUOTED_PROMPT)) {
      return;
    }
    Terms.prompts(file, prompt -> check(file, sink, prompt));
  }

  private static void check(CheckedFile file, FindingSink sink, Term prompt) {
    if (!prompt.isQuoted()) {
      String message = "the text `" + prompt.raw() + "` needs quotes";
      sink.report(Draft.of(new Place(file.path(), prompt.range()), message));
    }
  }
}
