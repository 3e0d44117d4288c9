package kconfigls.rules.style;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileRule;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Kconfcheck;
import kconfigls.rules.Kconfcheck.Refusal;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.text.TextRange;

/** Reports menus and choices whose names do not begin alike, as ESP-IDF's kconfcheck does. */
public final class CommonPrefix implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "style",
              "common-prefix",
              Severity.ERROR,
              "names of a menu or choice that do not begin alike")
          .only("esp-idf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (Refusal refusal : file.refusals()) {
      switch (refusal) {
        case Refusal.NoPrefix(int line, Kconfcheck.Names names) ->
            sink.report(noPrefix(file, line, names));
        case Refusal.OtherPrefix(int line, String prefix, String around) -> {
          String message =
              "the names of this block begin with `"
                  + prefix
                  + "`, those around it with `"
                  + around
                  + "`";
          sink.report(Draft.of(Lines.content(file, line), message));
        }
        default -> {
          // other rules report it
        }
      }
    }
  }

  private static Draft noPrefix(CheckedFile file, int line, Kconfcheck.Names names) {
    TextRange odd = names.odd();
    if (odd == null) {
      String message = "the only name of this block is shorter than three characters";
      return Draft.of(new Place(file.path(), names.first()), message);
    }
    boolean closed = file.lines().kind(line) == FileLines.Kind.END;
    Place place = closed ? Lines.content(file, line) : new Place(file.path(), odd);
    String what = closed ? "this block" : "this file";
    String message = "the names of " + what + " do not begin with the same 3 characters or more";
    return Draft.of(place, message)
        .see(
            List.of(
                related(file, names.first(), " is the first name"),
                related(file, odd, " begins differently")));
  }

  private static Related related(CheckedFile file, TextRange name, String what) {
    return new Related(new Place(file.path(), name), "`" + name.of(file.text()) + "`" + what);
  }
}
