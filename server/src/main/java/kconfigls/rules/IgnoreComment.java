package kconfigls.rules;

import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.dialect.Dialects;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.parse.KconfigParser;
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
    Fix.Edit edit =
        Edits.in(cell)
            .insertBefore(about(cell.tree(), start), "# kconfig-ls: ignore[" + rule.id() + "]");
    int at = edit.place().range().start();
    String after = text.substring(0, at) + edit.text() + text.substring(at);
    SyntaxTree commented = KconfigParser.parse(SourceText.of(after));
    boolean works =
        !Suppressions.of(commented, Dialects.lenient())
            .at(rule, start + edit.text().length())
            .isEmpty();
    return works
        ? Optional.of(Fix.unsafe("Ignore this `" + rule.id() + "`", edit))
        : Optional.empty();
  }

  /** Within a help text a comment would be text. */
  private static TextRange about(SyntaxTree tree, int offset) {
    return Nodes.attributeAt(tree, offset)
        .filter(Attribute.Help.class::isInstance)
        .map(help -> TextRange.at(help.range().start()))
        .orElse(TextRange.at(offset));
  }
}
