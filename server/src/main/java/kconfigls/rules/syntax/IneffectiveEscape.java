package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;

/** Reports {@code \\n} and the like in strings: they become the bare letter. */
public final class IneffectiveEscape implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "ineffective-escape", Severity.HINT, "an escape that means nothing");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (Term term : file.terms()) {
      if (!term.isQuoted()) {
        continue;
      }
      int at = escape(term.raw());
      if (at >= 0) {
        int start = term.inner().start() + at;
        String shown = term.raw().substring(at, at + 2);
        String message = "`" + shown + "` is no escape: it becomes the letter " + shown.charAt(1);
        Place place = new Place(file.path(), new TextRange(start, start + 2));
        sink.report(Draft.of(place, message).fix(() -> fixes(place, shown)));
      }
    }
  }

  /** Where a backslash stands before a letter or digit; -1 for nowhere. */
  private static int escape(String raw) {
    for (int i = 0; i + 1 < raw.length(); i++) {
      if (raw.charAt(i) == '\\') {
        if (Character.isLetterOrDigit(raw.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** Without the backslash the value is the same, but hardly what is meant. */
  private static List<Fix> fixes(Place place, String shown) {
    return List.of(
        Fix.unsafe("Delete the backslash", new Fix.Edit(place, shown.substring(1))),
        Fix.unsafe("Write `\\\\`", new Fix.Edit(place, "\\" + shown)));
  }
}
