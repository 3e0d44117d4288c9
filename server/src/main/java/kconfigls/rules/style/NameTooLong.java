package kconfigls.rules.style;

import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;

/** Reports names of more than 50 characters, as ESP-IDF's kconfcheck does. */
public final class NameTooLong implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("style", "name-too-long", Severity.ERROR, "a name of more than 50 characters")
          .only("esp-idf");

  private static final int MOST = 50;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              Term name =
                  switch (statement) {
                    case Statement.Entry entry -> entry.name();
                    case Statement.Choice choice -> choice.name();
                    default -> null;
                  };
              if (name != null && !name.hasMacro() && name.raw().length() > MOST) {
                String message =
                    "the name has " + name.raw().length() + " characters, " + MOST + " are allowed";
                sink.report(
                    Draft.of(new Place(file.path(), name.range()), message).about(name.raw()));
              }
            });
  }
}
