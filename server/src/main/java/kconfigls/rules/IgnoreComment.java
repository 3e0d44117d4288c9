package kconfigls.rules;

import java.util.EnumSet;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.dialect.Dialects;
import kconfigls.rules.Suppression.Origin;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.LineIndex;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;

/** The comment that silences one finding: a line of its own, before the line that it is about. */
public final class IgnoreComment {
  /** Each comment is tried on the whole file, and an editor asks often. */
  private static final int LARGEST = 1 << 20;

  private IgnoreComment() {}

  /**
   * Adds the comment.
   *
   * @param cell the text that the finding is about
   * @return empty if no comment can stand before the finding, or would be about something else
   */
  public static Optional<Fix> fix(FileCell cell, Finding finding) {
    String text = cell.source().text();
    if (text.length() > LARGEST) {
      return Optional.empty();
    }
    RuleInfo rule = finding.rule();
    int start = finding.place().range().start();
    String comment = "# kconfig-ls: ignore[" + rule.id() + "]";
    Fix.Edit edit =
        cell.isKconfig()
            ? Edits.in(cell).insertBefore(about(cell.tree(), start), comment)
            : lineBefore(cell, start, comment);
    int at = edit.place().range().start();
    SourceText after = SourceText.of(text.substring(0, at) + edit.text() + text.substring(at));
    Suppressions suppressions =
        cell.isKconfig()
            ? Suppressions.of(KconfigParser.parse(after), Dialects.lenient())
            : Suppressions.of(after);
    boolean works =
        new SuppressedPlaces(suppressions, EnumSet.allOf(Origin.class))
            .cover(rule, start + edit.text().length());
    return works
        ? Optional.of(Fix.unsafe("Ignore this `" + rule.id() + "`", edit))
        : Optional.empty();
  }

  /** A comment of its own line, ended as the line after it. */
  private static Fix.Edit lineBefore(FileCell cell, int offset, String comment) {
    LineIndex lines = cell.source().lines();
    int line = lines.lineOf(offset);
    boolean crlf = cell.source().text().startsWith("\r\n", lines.end(line));
    TextRange at = TextRange.at(lines.start(line));
    return new Fix.Edit(new Place(cell.path(), at), comment + (crlf ? "\r\n" : "\n"));
  }

  /** Within a help text a comment would be text. */
  private static TextRange about(SyntaxTree tree, int offset) {
    return Nodes.attributeAt(tree, offset)
        .filter(Attribute.Help.class::isInstance)
        .map(help -> TextRange.at(help.range().start()))
        .orElse(TextRange.at(offset));
  }
}
