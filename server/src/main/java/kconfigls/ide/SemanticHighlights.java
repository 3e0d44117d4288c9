package kconfigls.ide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Numbers;
import kconfigls.outline.Reference;
import kconfigls.syntax.Token;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.TextRange;

/** What each word of a file is, for colours that a grammar of the text alone cannot give. */
public final class SemanticHighlights {
  /** What a piece of text is. */
  public enum Kind {
    KEYWORD,
    SYMBOL,
    CONSTANT,
    NUMBER,
    STRING,
    OPERATOR,
    MACRO,
    COMMENT
  }

  /** What else can be said of it. */
  public enum Mark {
    DECLARATION,
    /** The text of a help. */
    DOCUMENTATION,
    /** A transitional symbol, which lives on for old configurations only. */
    DEPRECATED,
    BOOL,
    TRISTATE,
    INT,
    HEX,
    STRING,
    /** No project of the workspace defines it. */
    UNDEFINED,
    /** Only projects that do not include the file define it. */
    UNREACHABLE
  }

  /** A piece of one line. */
  public record Highlight(TextRange range, Kind kind, Set<Mark> marks) {}

  private final Semantics semantics;
  private final FileCell cell;
  private final String text;
  private final Map<Integer, Set<Mark>> names = new HashMap<>();
  private final List<Highlight> found = new ArrayList<>();

  private SemanticHighlights(Semantics semantics, FileCell cell) {
    this.semantics = semantics;
    this.cell = cell;
    this.text = cell.source().text();
  }

  /** The pieces of a range, in order of the text; blanks have none. */
  public static List<Highlight> of(Semantics semantics, FileCell cell, TextRange range) {
    SemanticHighlights highlights = new SemanticHighlights(semantics, cell);
    highlights.findNames(range);
    for (Token token : KconfigParser.tokens(cell.source())) {
      TextRange at = token.range();
      if (at.start() < range.end() && at.end() > range.start()) {
        highlights.add(token);
      }
    }
    return highlights.found;
  }

  private void findNames(TextRange range) {
    List<ProjectModel> models = semantics.projectsOf(cell.path());
    Map<String, Set<Mark>> known = new HashMap<>();
    for (Reference reference : cell.outlined().outline().references()) {
      TextRange at = cell.positions().range(reference.key());
      if (at.end() >= range.start() && at.start() <= range.end() && !reference.hasMacro()) {
        names.put(at.start(), known.computeIfAbsent(reference.name(), name -> marks(models, name)));
      }
    }
    definitions(models, cell.outlined().outline().items(), range);
  }

  private void definitions(List<ProjectModel> models, List<Item> items, TextRange range) {
    for (Item item : items) {
      switch (item) {
        case Item.Entry entry -> {
          int start = cell.positions().range(entry.nameKey()).start();
          if (range.touches(start)) {
            Set<Mark> marks = EnumSet.of(Mark.DECLARATION);
            marks.addAll(marks(models, entry.name()));
            marks.remove(Mark.UNDEFINED);
            names.put(start, marks);
          }
        }
        case Item.Choice choice -> definitions(models, choice.items(), range);
        case Item.Menu menu -> definitions(models, menu.items(), range);
        case Item.If block -> definitions(models, block.items(), range);
        default -> {
          // names nothing
        }
      }
    }
  }

  private Set<Mark> marks(List<ProjectModel> models, String name) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    Optional<Symbol> symbol = symbol(models, name);
    if (symbol.isPresent()) {
      type(symbol.get()).ifPresent(marks::add);
      if (symbol.get().isTransitional()) {
        marks.add(Mark.DEPRECATED);
      }
    } else if (symbol(semantics.snapshot().models(), name).isPresent()) {
      marks.add(Mark.UNREACHABLE);
    } else if (!models.isEmpty() && models.stream().noneMatch(m -> m.gaps().mayDefine(name))) {
      marks.add(Mark.UNDEFINED);
    }
    return marks;
  }

  private static Optional<Symbol> symbol(List<ProjectModel> models, String name) {
    return models.stream()
        .flatMap(model -> Optional.ofNullable(model.symbol(name)).stream())
        .findFirst();
  }

  private static Optional<Mark> type(Symbol symbol) {
    return symbol
        .type()
        .map(
            type ->
                switch (type) {
                  case BOOL -> Mark.BOOL;
                  case TRISTATE -> Mark.TRISTATE;
                  case INT -> Mark.INT;
                  case HEX -> Mark.HEX;
                  case STRING, FLOAT -> Mark.STRING;
                });
  }

  private void add(Token token) {
    switch (token.kind()) {
      case KEYWORD -> add(token.range(), Kind.KEYWORD, Set.of());
      case WORD -> word(token.range());
      case STRING -> add(token.range(), Kind.STRING, Set.of());
      case OPERATOR -> add(token.range(), Kind.OPERATOR, Set.of());
      case ASSIGNED_VALUE -> add(token.range(), Kind.STRING, Set.of());
      case HELP_TEXT -> lines(token.range(), Kind.COMMENT, Set.of(Mark.DOCUMENTATION));
      case COMMENT -> add(token.range(), Kind.COMMENT, Set.of());
      case BLANK, NEWLINE, UNSUPPORTED -> {
        // nothing to colour
      }
    }
  }

  private void word(TextRange range) {
    String word = range.of(text);
    Set<Mark> marks = names.get(range.start());
    if (marks != null) {
      add(range, Kind.SYMBOL, marks);
    } else if (word.length() == 1 && "ymn".contains(word)) {
      add(range, Kind.CONSTANT, Set.of());
    } else if (Numbers.isNumber(word)) {
      add(range, Kind.NUMBER, Set.of());
    } else if (word.indexOf('$') >= 0) {
      add(range, Kind.MACRO, Set.of());
    }
  }

  private void add(TextRange range, Kind kind, Set<Mark> marks) {
    if (text.indexOf('\n', range.start(), range.end()) >= 0) {
      lines(range, kind, marks);
    } else if (!range.isEmpty()) {
      found.add(new Highlight(range, kind, marks));
    }
  }

  /** A piece may not go over the end of a line. */
  private void lines(TextRange range, Kind kind, Set<Mark> marks) {
    int start = range.start();
    while (start < range.end()) {
      int newline = text.indexOf('\n', start, range.end());
      int end = newline < 0 ? range.end() : newline;
      int first = start;
      while (first < end && Character.isWhitespace(text.charAt(first))) {
        first++;
      }
      int last = end;
      while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      if (last > first) {
        found.add(new Highlight(new TextRange(first, last), kind, marks));
      }
      start = end + 1;
    }
  }
}
