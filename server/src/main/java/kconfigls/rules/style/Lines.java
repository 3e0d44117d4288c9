package kconfigls.rules.style;

import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileLines;
import kconfigls.rules.Fix;
import kconfigls.rules.Kconfcheck;
import kconfigls.text.TextRange;

/** Places, edits and exemptions that the rules about layout have in common. */
final class Lines {
  private Lines() {}

  static Place place(CheckedFile file, int start, int end) {
    return new Place(file.path(), new TextRange(start, end));
  }

  /** The content of a line without the blanks around it. */
  static Place content(CheckedFile file, int line) {
    return new Place(file.path(), file.lines().content(line));
  }

  static Fix.Edit replace(CheckedFile file, int start, int end, String text) {
    return new Fix.Edit(place(file, start, end), text);
  }

  /** The edit that deletes whole lines, the last one included. */
  static Fix.Edit delete(CheckedFile file, int first, int last) {
    FileLines lines = file.lines();
    return replace(file, lines.start(first), lines.start(last + 1), "");
  }

  /** The edit that gives a line other blanks at its beginning. */
  static Fix.Edit indent(CheckedFile file, int line, String indentation) {
    FileLines lines = file.lines();
    return replace(file, lines.start(line), lines.indent(line), indentation);
  }

  /** Whether ESP-IDF's checker is told to pass over what is wrong with the text of a line. */
  static boolean isExempt(CheckedFile file, int line) {
    return file.style().isNested() && Kconfcheck.isExempt(file.lines().text(line));
  }

  /** Whether a macro or a string may go on over a line's end, so that blanks there count. */
  static boolean isOneOfSeveral(CheckedFile file, int line) {
    return file.lines().mayGoOnInText(line);
  }
}
