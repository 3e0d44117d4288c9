package kconfigls.rules.style;

import java.util.ArrayList;
import java.util.List;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileLines;
import kconfigls.rules.Fix;
import kconfigls.syntax.Attribute;

/** Indents help texts; the text that a program sees stays the same. */
final class HelpIndent {
  /** What tabs are worth in help texts: the language page, A.4. */
  private static final int TAB = 8;

  private HelpIndent() {}

  /** The first line of a text that is not blank. */
  static int firstLine(CheckedFile file, Attribute.Help help) {
    FileLines lines = file.lines();
    int line = lines.of(help.textRange().start());
    while (lines.indent(line) == lines.end(line)) {
      line++;
    }
    return line;
  }

  static int lastLine(CheckedFile file, Attribute.Help help) {
    return file.lines().of(help.range().end());
  }

  /** The column of a line's first character that is no blank. */
  static int column(CheckedFile file, int line) {
    return file.lines().column(line, file.lines().indent(line), TAB);
  }

  /** The edits that give a text another indentation and keep what goes deeper. */
  static List<Fix.Edit> edits(CheckedFile file, Attribute.Help help, String indentation) {
    FileLines lines = file.lines();
    List<Fix.Edit> edits = new ArrayList<>();
    int first = firstLine(file, help);
    int base = column(file, first);
    for (int line = first; line <= lastLine(file, help); line++) {
      if (lines.indent(line) < lines.end(line)) {
        int deeper = Math.max(0, column(file, line) - base);
        String wanted = indentation + " ".repeat(deeper);
        if (!wanted.equals(lines.indentation(line))) {
          edits.add(Lines.indent(file, line, wanted));
        }
      }
    }
    return edits;
  }

  /**
   * Whether a text with another indentation would end where it does now: what follows must not be
   * indented as deep.
   */
  static boolean endsTheSame(CheckedFile file, Attribute.Help help, String indentation) {
    int next = nextText(file, lastLine(file, help) + 1);
    return next == file.lines().count() || column(file, next) < width(indentation);
  }

  /** Whether a line with this indentation would end a text that stands right above it. */
  static boolean endsBefore(CheckedFile file, Attribute.Help help, String indentation) {
    return !help.text().isEmpty() && width(indentation) < column(file, firstLine(file, help));
  }

  /** Whether a text would end if it stood right above a line. */
  static boolean endsBefore(CheckedFile file, Attribute.Help help, int line) {
    int next = nextText(file, line);
    return !help.text().isEmpty()
        && (next == file.lines().count()
            || column(file, next) < column(file, firstLine(file, help)));
  }

  /** The first line from this one on that is not blank. */
  private static int nextText(CheckedFile file, int line) {
    FileLines lines = file.lines();
    int next = line;
    while (next < lines.count() && lines.indent(next) == lines.end(next)) {
      next++;
    }
    return next;
  }

  private static int width(String indentation) {
    int width = 0;
    for (int i = 0; i < indentation.length(); i++) {
      width = indentation.charAt(i) == '\t' ? (width / TAB + 1) * TAB : width + 1;
    }
    return width;
  }
}
