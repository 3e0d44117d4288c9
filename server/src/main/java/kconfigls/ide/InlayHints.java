package kconfigls.ide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.support.FileMenu;
import kconfigls.model.MenuNode;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** What an editor may show between the characters of a file, to save a look elsewhere. */
public final class InlayHints {
  /**
   * A hint.
   *
   * @param offset the character that it stands before
   * @param tooltip for people, or empty
   */
  public record Hint(int offset, String label, String tooltip) {}

  /** Shorter blocks show their beginning anyway. */
  private static final int WORTH_A_HINT = 10;

  private static final int LONGEST = 60;

  private final String text;
  private final LineIndex lines;
  private final TextRange range;
  private final ToIntFunction<MenuNode> starts;
  private final List<Hint> hints = new ArrayList<>();

  private InlayHints(FileCell cell, SyntaxTree tree, TextRange range) {
    this.starts = node -> cell.positions().range(node.item().key()).start();
    this.text = tree.source().text();
    this.lines = tree.source().lines();
    this.range = range;
  }

  /**
   * The hints of a range, in order of the text.
   *
   * @param chosen the values to show; empty for none
   */
  public static List<Hint> of(
      Semantics semantics, FileCell cell, TextRange range, Optional<ChosenValues> chosen) {
    SyntaxTree tree = cell.tree();
    InlayHints hints = new InlayHints(cell, tree, range);
    chosen.ifPresent(values -> hints.hints.addAll(ValueHints.of(values, cell, range)));
    TreeWalk.statements(tree.statements(), hints::statement);
    hints.inherited(FileMenu.of(semantics, cell), tree);
    hints.hints.sort(Comparator.comparingInt(Hint::offset));
    return hints.hints;
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Block block) {
      end(block);
    }
    if (statement instanceof Statement.Entry entry) {
      entry.attributes().forEach(this::attribute);
    }
  }

  /** What the end of a long block closes. */
  private void end(Statement.Block block) {
    Keyword end = block.end();
    if (end == null || !range.touches(end.range().end())) {
      return;
    }
    int first = lines.lineOf(block.range().start());
    int last = lines.lineOf(end.range().start());
    String head =
        switch (block) {
          case Statement.If condition ->
              condition.condition() == null ? "" : condition.condition().range().of(text);
          case Statement.Menu menu -> quoted(menu.prompt());
          case Statement.Choice choice -> choice(choice);
        };
    int lineEnd = lines.end(last);
    boolean alone = text.substring(end.range().end(), lineEnd).isBlank();
    if (last - first >= WORTH_A_HINT && !head.isEmpty() && alone) {
      String label = " " + shortened(head);
      hints.add(new Hint(end.range().end(), label, "from line " + (first + 1)));
    }
  }

  private static String quoted(@Nullable Term prompt) {
    return prompt == null ? "" : '"' + prompt.text() + '"';
  }

  private static String choice(Statement.Choice choice) {
    for (Attribute attribute : choice.attributes()) {
      if (attribute instanceof Attribute.Prompt prompt) {
        return quoted(prompt.prompt());
      }
      if (attribute instanceof Attribute.Type type && type.prompt() != null) {
        return quoted(type.prompt());
      }
    }
    return "";
  }

  /** What the blocks around an entry demand, at the first of each run that has the same blocks. */
  private void inherited(FileMenu menu, SyntaxTree tree) {
    List<Statement.Entry> entries = new ArrayList<>();
    TreeWalk.statements(
        tree.statements(),
        statement -> {
          if (statement instanceof Statement.Entry entry) {
            entries.add(entry);
          }
        });
    MenuNode before = null;
    for (Statement.Entry entry : entries) {
      MenuNode node = menu.node(entry);
      Term name = entry.name();
      if (node == null || name == null) {
        continue;
      }
      if (range.touches(name.range().end())) {
        Expr known = before == null ? Expr.Y : before.inheritedDependency();
        inherited(node, entry, name, known);
      }
      before = node;
    }
  }

  private void inherited(MenuNode node, Statement.Entry entry, Term name, Expr before) {
    Expr demanded = node.inheritedDependency();
    boolean isNew = !demanded.equals(before) && !demanded.equals(Expr.Y);
    if (isNew && !isInSight(node, entry)) {
      String shown = shortened(ExprPrinter.print(demanded));
      hints.add(new Hint(name.range().end(), " needs " + shown, "what the blocks around demand"));
    }
  }

  /** Whether the block that demands something begins just above. */
  private boolean isInSight(MenuNode node, Statement.Entry entry) {
    MenuNode block = node.parent();
    while (block != null && block.ownDependency().equals(Expr.Y)) {
      block = block.parent();
    }
    int line = lines.lineOf(entry.range().start());
    return block != null
        && block.file() == node.file()
        && line - lines.lineOf(starts.applyAsInt(block)) < WORTH_A_HINT;
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** Hexadecimal numbers in decimal. */
  private void attribute(Attribute attribute) {
    switch (attribute) {
      case Attribute.Default def when def.value() instanceof Term value -> number(value);
      case Attribute.Range bounds -> {
        number(bounds.low());
        number(bounds.high());
      }
      default -> {
        // no number
      }
    }
  }

  private void number(Term term) {
    boolean hex = term.raw().matches("0[xX][0-9a-fA-F]{2,16}");
    if (hex && !term.isQuoted() && range.touches(term.range().end())) {
      String decimal = Long.toUnsignedString(Long.parseUnsignedLong(term.raw().substring(2), 16));
      hints.add(new Hint(term.range().end(), " = " + decimal, "the same number in decimal"));
    }
  }
}
