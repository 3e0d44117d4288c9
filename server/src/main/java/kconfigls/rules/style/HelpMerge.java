package kconfigls.rules.style;

import java.util.ArrayList;
import java.util.List;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileLines.Kind;
import kconfigls.rules.Fix;
import kconfigls.syntax.Attribute;

/** Makes one help text of two that follow each other. */
final class HelpMerge {
  private HelpMerge() {}

  static List<Fix> fixes(CheckedFile file, Attribute.Help first, Attribute.Help again) {
    FileLines lines = file.lines();
    int keyword = lines.of(again.keyword().range().start());
    int last = lines.of(first.range().end());
    int line = last + 1;
    while (line < keyword && lines.kind(line) == Kind.BLANK) {
      line++;
    }
    if (line < keyword || first.text().isEmpty()) {
      return List.of();
    }
    String indentation = lines.indentation(HelpIndent.firstLine(file, first));
    List<Fix.Edit> edits = new ArrayList<>(HelpIndent.edits(file, again, indentation));
    edits.add(Lines.delete(file, keyword, keyword));
    // the text that menus show becomes longer
    return List.of(new Fix("Join the two texts", false, edits));
  }
}
