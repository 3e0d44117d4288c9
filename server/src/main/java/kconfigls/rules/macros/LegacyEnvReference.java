package kconfigls.rules.macros;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.dialect.MacroLibrary;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.TextRange;

/** Reports environment variables in the way of Kconfig before 4.18. */
public final class LegacyEnvReference implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "legacy-env-reference",
          Severity.WARNING,
          "$NAME or ${NAME} where only $(NAME) is expanded");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern REFERENCE =
      Pattern.compile("(?<!\\\\)\\$(?:\\{([A-Z_][A-Z0-9_]*)}|([A-Z_][A-Z0-9_]*))");

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    boolean literal = file.has(Feature.MACROS) && !file.has(Feature.DOLLAR_VARIABLES);
    if (!literal || MacroLibrary.isForLaterShell(file.dialect())) {
      return;
    }
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Source source && source.path() != null) {
                term(file, sink, source.path(), true);
              }
            });
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Default def) {
        TreeWalk.expression(
            def.value(),
            node -> {
              if (node instanceof Term term && term.isQuoted()) {
                term(file, sink, term, false);
              }
            });
      }
    }
  }

  private static void term(CheckedFile file, FindingSink sink, Term term, boolean isPath) {
    Matcher matcher = REFERENCE.matcher(term.raw());
    while (matcher.find()) {
      if (isOutside(term.raw(), matcher.start())) {
        int start = term.inner().start();
        TextRange range = new TextRange(start + matcher.start(), start + matcher.end());
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        String message = "`" + matcher.group() + "` is not expanded: write `$(" + name + ")`";
        Place place = new Place(file.path(), range);
        Fix.Edit edit = new Fix.Edit(place, "$(" + name + ")");
        String title = "Write `$(" + name + ")`";
        // no file has such a name, but a default may well be meant as it stands
        Fix fix = isPath ? Fix.safe(title, edit) : Fix.unsafe(title, edit);
        sink.report(Draft.of(place, message).fix(() -> List.of(fix)));
      }
    }
  }

  /** Whether a place is in no macro, whose text may be a shell's. */
  private static boolean isOutside(String text, int at) {
    int level = 0;
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        level++;
      } else if (c == ')') {
        level--;
      }
    }
    return level <= 0;
  }
}
