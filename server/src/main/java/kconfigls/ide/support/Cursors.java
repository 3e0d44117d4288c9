package kconfigls.ide.support;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.outline.Numbers;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Node;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Says what stands at an offset. */
public final class Cursors {
  private static final Pattern MACRO = Pattern.compile("\\$\\(([A-Za-z0-9_-]+)");

  private final String text;
  private final int offset;
  private Optional<Cursor> found = Optional.empty();

  private Cursors(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  /** What stands at an offset of a document of any kind. */
  public static Cursor at(Semantics semantics, FileCell cell, int offset) {
    if (cell.isKconfig()) {
      return at(cell.tree(), offset);
    }
    return SymbolNames.at(semantics, cell, offset)
        .<Cursor>map(named -> new Cursor.SymbolName(named.word(), named.symbol()))
        .orElseGet(() -> new Cursor.Nothing(TextRange.at(offset)));
  }

  /** What stands at an offset of a tree's text. */
  public static Cursor at(SyntaxTree tree, int offset) {
    Cursors cursors = new Cursors(tree.source().text(), offset);
    for (Statement statement : tree.statements()) {
      cursors.statement(statement);
    }
    return cursors.found.orElse(new Cursor.Nothing(TextRange.at(offset)));
  }

  private boolean misses(Node node) {
    return found.isPresent() || !node.range().touches(offset);
  }

  private void statement(Statement statement) {
    if (misses(statement)) {
      return;
    }
    if (statement instanceof Statement.WithAttributes with) {
      keyword(with.keyword());
      with.attributes().forEach(this::attribute);
    }
    if (statement instanceof Statement.Block block) {
      keyword(block.keyword());
      block.body().forEach(this::statement);
      if (block.end() != null) {
        keyword(block.end());
      }
    }
    switch (statement) {
      case Statement.Entry entry -> name(entry.name());
      case Statement.Choice choice -> name(choice.name());
      case Statement.If block -> expression(block.condition());
      case Statement.Menu menu -> macro(menu.prompt());
      case Statement.Comment comment -> macro(comment.prompt());
      case Statement.Source source -> source(source);
      case Statement.MainMenu mainMenu -> {
        keyword(mainMenu.keyword());
        macro(mainMenu.prompt());
      }
      case Statement.Assignment assignment -> assignment(assignment);
      case Statement.MacroLine line -> macro(line.word());
      case Statement.StrayAttribute stray -> attribute(stray.attribute());
      case Statement.StrayEnd end -> keyword(end.keyword());
      case Statement.Unknown unknown -> {
        // not a word of the language
      }
    }
  }

  private void source(Statement.Source source) {
    keyword(source.keyword());
    macro(source.path());
    if (source.path() != null && !misses(source.path())) {
      found = Optional.of(new Cursor.Path(source.path().inner(), source));
    }
  }

  private void assignment(Statement.Assignment assignment) {
    if (!misses(assignment.name())) {
      Term name = assignment.name();
      found = Optional.of(new Cursor.Macro(name.range(), name.raw()));
    }
    macroIn(assignment.valueRange());
  }

  private void attribute(Attribute attribute) {
    if (misses(attribute)) {
      return;
    }
    keyword(attribute.keyword());
    switch (attribute) {
      case Attribute.Type type -> macro(type.prompt());
      case Attribute.Prompt prompt -> macro(prompt.prompt());
      case Attribute.Select select -> name(select.target());
      case Attribute.Range range -> {
        name(range.low());
        name(range.high());
      }
      case Attribute.SetValue set -> name(set.target());
      case Attribute.Default def -> {}
      case Attribute.Depends depends -> {}
      case Attribute.Visible visible -> {}
      case Attribute.Option option -> {}
      case Attribute.Flag flag -> {}
      case Attribute.Warning warning -> {}
      case Attribute.Help help -> {}
    }
    TreeWalk.expressions(attribute).forEach(this::expression);
  }

  private void expression(@Nullable ExprNode node) {
    if (node != null && !misses(node)) {
      TreeWalk.expression(
          node,
          part -> {
            if (part instanceof Term term) {
              name(term);
            }
          });
    }
  }

  private void name(@Nullable Term term) {
    if (term == null || misses(term)) {
      return;
    }
    macro(term);
    boolean constant = term.raw().length() == 1 && "ymn".contains(term.raw());
    if (found.isEmpty() && !term.isQuoted() && !constant && !Numbers.isNumber(term.raw())) {
      found = Optional.of(new Cursor.SymbolName(term.range(), term.raw()));
    }
  }

  private void macro(@Nullable Term term) {
    if (term != null && term.hasMacro() && !misses(term)) {
      macroIn(term.range());
    }
  }

  private void macroIn(TextRange range) {
    if (found.isPresent() || !range.touches(offset)) {
      return;
    }
    Matcher matcher = MACRO.matcher(text).region(range.start(), range.end());
    while (matcher.find()) {
      if (matcher.start() <= offset && offset <= matcher.end(1)) {
        TextRange name = new TextRange(matcher.start(1), matcher.end(1));
        found = Optional.of(new Cursor.Macro(name, matcher.group(1)));
      }
    }
  }

  private void keyword(Keyword keyword) {
    if (!misses(keyword)) {
      found = Optional.of(new Cursor.Word(keyword.range(), keyword.text()));
    }
  }
}
