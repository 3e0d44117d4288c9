package kconfigls.rules;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/**
 * Makes the edits of fixes in one file. New lines end as the file's lines do, and lines that are
 * put beside others are indented like them. A line that a backslash continues is one line.
 */
public final class Edits {
  private final VfsPath file;
  private final SyntaxTree tree;
  private final String text;
  private final LineIndex lines;

  private Edits(VfsPath file, SyntaxTree tree) {
    this.file = file;
    this.tree = tree;
    this.text = tree.source().text();
    this.lines = tree.source().lines();
  }

  public static Edits in(CheckedFile file) {
    return new Edits(file.path(), file.tree());
  }

  public static Edits in(FileCell cell) {
    return new Edits(cell.path(), cell.tree());
  }

  /** Edits of a file of the projects, which must be present. */
  public static Edits in(CheckedProjects projects, VfsPath file) {
    return in(projects.semantics().snapshot().present(file).orElseThrow());
  }

  /** The innermost statement that holds an offset. */
  public Optional<Statement> statementAt(int offset) {
    return Nodes.statementAt(tree.statements(), offset);
  }

  /** The innermost block that holds a range. */
  public Optional<Statement.Block> blockAround(TextRange range) {
    return Nodes.blockAround(tree.statements(), range);
  }

  /** The attribute that holds an offset. */
  public Optional<Attribute> attributeAt(int offset) {
    return Nodes.attributeAt(tree, offset);
  }

  /** Puts another text, whose lines end in LF, in the place of a range. */
  public Fix.Edit replace(TextRange range, String other) {
    String ended = newline(range.start()).equals("\n") ? other : other.replace("\n", "\r\n");
    return new Fix.Edit(new Place(file, range), ended);
  }

  /** Deletes just these characters. */
  public Fix.Edit delete(TextRange range) {
    return replace(range, "");
  }

  /** Deletes a word with the blanks before it. */
  public Fix.Edit deleteWord(TextRange range) {
    int start = range.start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    return delete(new TextRange(start, range.end()));
  }

  /** Inserts a text at an offset. */
  public Fix.Edit insert(int offset, String other) {
    return replace(TextRange.at(offset), other);
  }

  /** Puts a range between double quotes. */
  public Fix.Edit quote(TextRange range) {
    return replace(range, quoted(range.of(text)));
  }

  /** A text as a string of Kconfig. */
  public static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Deletes the whole lines that a range touches, continuation lines and newline included. */
  public Fix.Edit deleteLines(TextRange range) {
    return delete(wholeLines(range));
  }

  /**
   * Deletes the lines of a statement, and the blank lines behind it where it stands between blank
   * lines.
   */
  public Fix.Edit deleteStatement(Statement statement) {
    TextRange whole = wholeLines(statement.range());
    int first = lines.lineOf(whole.start());
    if (first > 0 && !isBlankLine(first - 1)) {
      return delete(whole);
    }
    int end = whole.end();
    while (end < text.length() && isBlankLine(lines.lineOf(end))) {
      end = lines.start(lines.lineOf(end) + 1);
    }
    return delete(new TextRange(whole.start(), end));
  }

  /** Inserts a line before the line of a range, indented like it. */
  public Fix.Edit insertBefore(TextRange range, String line) {
    int start = wholeLines(range).start();
    return insert(start, indented(indentation(range.start()), line) + "\n");
  }

  /** Inserts a line after the lines of a range, indented like its first one. */
  public Fix.Edit insertAfter(TextRange range, String line) {
    int end = wholeLines(range).end();
    String added = indented(indentation(range.start()), line);
    boolean ended = end > 0 && text.charAt(end - 1) == '\n';
    return insert(end, ended ? added + "\n" : "\n" + added);
  }

  /** Adds an attribute behind the others of a statement, but before its help. */
  public Fix.Edit addAttribute(Statement.WithAttributes statement, String attribute) {
    TextRange before = statement.keyword().range();
    for (Attribute known : statement.attributes()) {
      if (known instanceof Attribute.Help help) {
        return insertBefore(help.keyword().range(), attribute);
      }
      before = known.range();
    }
    return statement.attributes().isEmpty()
        ? insertAfter(before, "\t" + attribute)
        : insertAfter(before, attribute);
  }

  /** Adds a text at the end of the line of a range, before a comment and blanks behind it. */
  public Fix.Edit appendToLine(TextRange range, String other) {
    return insert(logicalLine(range).end(), other);
  }

  /**
   * Deletes an operand of a conjunction or disjunction with its operator.
   *
   * @param whole the expression that the operand is in, by identity
   * @return empty if the operand is the whole expression or negated, so that nothing would be left
   */
  public Optional<Fix.Edit> deleteOperand(ExprNode whole, ExprNode operand) {
    return Nodes.operand(whole, operand).map(this::delete);
  }

  /** The conjuncts of an expression as written, without parentheses around conjunctions. */
  public static List<ExprNode> conjuncts(ExprNode whole) {
    return switch (whole) {
      case ExprNode.And and ->
          and.parts().stream().flatMap(part -> conjuncts(part).stream()).toList();
      case ExprNode.Paren paren when conjuncts(paren.inner()).size() > 1 ->
          conjuncts(paren.inner());
      default -> List.of(whole);
    };
  }

  /** Deletes a conjunct of a dependency, or all of its line if that is all that it says. */
  public Fix.Edit deleteConjunct(Attribute.Depends depends, ExprNode conjunct) {
    return deleteOperand(depends.value(), conjunct).orElseGet(() -> deleteLines(depends.range()));
  }

  /** Adds a conjunct to an expression. */
  public Fix.Edit and(ExprNode whole, String conjunct) {
    String own = whole.range().of(text);
    return replace(
        whole.range(), (whole instanceof ExprNode.Or ? "(" + own + ")" : own) + " && " + conjunct);
  }

  /** Deletes a condition with the {@code if} before it. */
  public Fix.Edit deleteCondition(ExprNode condition) {
    int start = text.lastIndexOf("if", condition.range().start() - 2);
    while (start > 0 && (isBlank(text.charAt(start - 1)) || isContinuation(start))) {
      start--;
    }
    return delete(new TextRange(Math.max(0, start), condition.range().end()));
  }

  private boolean isContinuation(int end) {
    char c = text.charAt(end - 1);
    return c == '\\' || c == '\r' || c == '\n';
  }

  /** The lines of a range, from the first one's start to the last one's newline. */
  public TextRange wholeLines(TextRange range) {
    TextRange line = logicalLine(range);
    int start = lines.start(lines.lineOf(line.start()));
    int last = lines.lineOf(Math.max(line.start(), line.end()));
    return new TextRange(start, lines.start(last + 1));
  }

  /** A range widened to the nodes that it touches; without them to lines with a backslash. */
  private TextRange logicalLine(TextRange range) {
    Optional<TextRange> node = Nodes.lineAt(tree, range.start());
    if (node.isPresent()) {
      return node.get().union(range);
    }
    int last = lines.lineOf(range.end());
    while (last + 1 < lines.count() && text.startsWith("\\", lines.end(last) - 1)) {
      last++;
    }
    int end = lines.end(last);
    while (end > lines.start(last) && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new TextRange(range.start(), Math.max(range.end(), end));
  }

  /** The blanks at the start of an offset's line. */
  public String indentation(int offset) {
    int line = lines.lineOf(offset);
    int end = lines.start(line);
    while (end < lines.end(line) && isBlank(text.charAt(end))) {
      end++;
    }
    return text.substring(lines.start(line), end);
  }

  private static String indented(String blanks, String text) {
    return List.of(text.split("\n", -1)).stream()
        .map(line -> line.isEmpty() ? line : blanks + line)
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  private boolean isBlankLine(int line) {
    int at = lines.start(line);
    while (at < lines.end(line) && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == lines.end(line);
  }

  /** How lines end at an offset: as its line does, or the one before the last. */
  private String newline(int offset) {
    int line = Math.min(lines.lineOf(offset), Math.max(0, lines.count() - 2));
    return text.startsWith("\r\n", lines.end(line)) ? "\r\n" : "\n";
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
