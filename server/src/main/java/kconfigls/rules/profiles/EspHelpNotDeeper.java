package kconfigls.rules.profiles;

import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;

/** Reports help texts that are not indented more than their keyword: ESP-IDF's parser 2. */
public final class EspHelpNotDeeper implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "esp-help-not-deeper",
              Severity.WARNING,
              "a help text that is not indented more than `help`")
          .only("esp-idf");

  private static final int TAB = 8;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    FileLines lines = file.lines();
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Help help && !help.text().isEmpty()) {
        int line = lines.of(help.textRange().start());
        while (lines.indent(line) == lines.end(line)) {
          line++;
        }
        int keyword = lines.of(help.keyword().range().start());
        if (column(lines, line) <= column(lines, keyword)) {
          sink.report(
              Draft.of(
                  new Place(file.path(), lines.content(line)),
                  "the help text must be indented more than `help`"));
        }
      }
    }
  }

  private static int column(FileLines lines, int line) {
    return lines.column(line, lines.indent(line), TAB);
  }
}
