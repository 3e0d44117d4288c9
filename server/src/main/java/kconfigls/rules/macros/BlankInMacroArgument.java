package kconfigls.rules.macros;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** Reports conditions of macros that a blank keeps from ever being y. */
public final class BlankInMacroArgument implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "blank-in-macro-argument",
          Severity.HINT,
          "a blank in the condition of $(error-if) or $(warning-if), which then is never y");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern CALL =
      Pattern.compile("\\$\\((error-if|warning-if),(?:([ \t]+)|[^,()]*?([ \t]+),)");

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (!file.has(Feature.MACROS)) {
      return;
    }
    file.terms().forEach(term -> text(file, sink, term.raw(), term.inner().start()));
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.MacroLine line) {
                text(file, sink, line.word().raw(), line.word().range().start());
              } else if (statement instanceof Statement.Assignment assignment) {
                text(file, sink, assignment.value(), assignment.valueRange().start());
              }
            });
  }

  private static void text(CheckedFile file, FindingSink sink, String text, int start) {
    if (text.indexOf('$') < 0) {
      return;
    }
    Matcher matcher = CALL.matcher(text);
    while (matcher.find()) {
      int group = matcher.group(2) == null ? 3 : 2;
      TextRange range = new TextRange(start + matcher.start(group), start + matcher.end(group));
      String message =
          "the blank is part of the condition of `" + matcher.group(1) + "`: it is never y";
      Place place = new Place(file.path(), range);
      Fix fix = Fix.unsafe("Delete the blank", new Fix.Edit(place, ""));
      sink.report(Draft.of(place, message).fix(() -> List.of(fix)));
    }
  }
}
