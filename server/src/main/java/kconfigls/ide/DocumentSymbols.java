package kconfigls.ide;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.FileMenu;
import kconfigls.model.MenuNode;
import kconfigls.outline.SymbolType;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** The outline of a file: menus, choices and entries as the menu shows them. */
public final class DocumentSymbols {
  /** What an element of the outline is. */
  public enum Kind {
    MENU,
    CHOICE,
    BOOL,
    TRISTATE,
    NUMBER,
    STRING,
    UNKNOWN,
    COMMENT,
    VARIABLE;

    /** That of an entry by its type. */
    static Kind of(Optional<SymbolType> type) {
      return switch (type.orElse(null)) {
        case BOOL -> BOOL;
        case TRISTATE -> TRISTATE;
        case INT, HEX, FLOAT -> NUMBER;
        case STRING -> STRING;
        case null -> UNKNOWN;
      };
    }
  }

  /**
   * An element.
   *
   * @param detail the prompt, or empty
   * @param range the whole statement
   * @param selection the name
   */
  public record Element(
      String name,
      String detail,
      Kind kind,
      TextRange range,
      TextRange selection,
      List<Element> children) {}

  private DocumentSymbols() {}

  /** An element whose children are still to come. */
  private record Draft(
      String name,
      String detail,
      Kind kind,
      TextRange range,
      TextRange selection,
      List<Draft> children) {
    Element element() {
      List<Element> below = children.stream().map(Draft::element).toList();
      int end = below.isEmpty() ? range.end() : below.getLast().range().end();
      TextRange all = new TextRange(range.start(), Math.max(range.end(), end));
      return new Element(name, detail, kind, all, selection, below);
    }
  }

  /**
   * The elements of a file as a menu shows them: without {@code if} blocks, and what depends on the
   * entry before it below that entry. A file that no project includes has blocks only, and a
   * configuration file the names that it sets.
   */
  public static List<Element> of(Semantics semantics, FileCell cell) {
    return switch (cell.kind()) {
      case KCONFIG -> ofKconfig(semantics, cell);
      case CONFIG -> ConfigSymbols.of(semantics, cell);
      case RENAMES, SOURCE, TOO_LARGE -> List.of();
    };
  }

  private static List<Element> ofKconfig(Semantics semantics, FileCell cell) {
    Arrangement arrangement = new Arrangement(FileMenu.of(semantics, cell));
    arrangement.add(cell.tree().statements(), null);
    return arrangement.top.stream().map(Draft::element).toList();
  }

  /** Puts each element where it belongs. */
  private static final class Arrangement {
    private final FileMenu menu;
    private final Map<MenuNode, Draft> drafts = new IdentityHashMap<>();
    private final List<Draft> top = new ArrayList<>();

    Arrangement(FileMenu menu) {
      this.menu = menu;
    }

    void add(List<Statement> statements, @Nullable Draft enclosing) {
      for (Statement statement : statements) {
        Draft draft = draft(statement);
        if (draft != null) {
          MenuNode node = menu.node(statement);
          Draft parent = node == null ? enclosing : drafts.get(menu.parent(node));
          (parent == null ? top : parent.children()).add(draft);
          if (node != null) {
            drafts.put(node, draft);
          }
        }
        if (statement instanceof Statement.Block block) {
          add(block.body(), draft == null ? enclosing : draft);
        }
      }
    }
  }

  private static @Nullable Draft draft(Statement statement) {
    return switch (statement) {
      case Statement.Entry entry -> entry(entry);
      case Statement.Choice choice ->
          block(choice, choice.name(), prompt(choice.attributes()), Kind.CHOICE);
      case Statement.Menu menu -> block(menu, menu.prompt(), "", Kind.MENU);
      case Statement.If block -> null;
      case Statement.Comment comment ->
          comment.prompt() == null ? null : leaf(comment, comment.prompt(), "", Kind.COMMENT);
      case Statement.Assignment assignment ->
          leaf(assignment, assignment.name(), assignment.value(), Kind.VARIABLE);
      case Statement.Source source -> null;
      case Statement.MainMenu mainMenu -> null;
      case Statement.MacroLine line -> null;
      case Statement.StrayAttribute stray -> null;
      case Statement.StrayEnd end -> null;
      case Statement.Unknown unknown -> null;
    };
  }

  private static @Nullable Draft entry(Statement.Entry entry) {
    Term name = entry.name();
    return name == null
        ? null
        : leaf(entry, name, prompt(entry.attributes()), kind(entry.attributes()));
  }

  private static Draft leaf(Statement statement, Term name, String detail, Kind kind) {
    return new Draft(name(name), detail, kind, statement.range(), name.range(), new ArrayList<>());
  }

  private static Draft block(Statement.Block block, @Nullable Term term, String prompt, Kind kind) {
    String keyword = block.keyword().text();
    String name = term == null ? (prompt.isEmpty() ? keyword : prompt) : name(term);
    TextRange selection = term == null ? block.keyword().range() : term.range();
    String detail = term == null ? keyword : prompt;
    return new Draft(name, detail, kind, block.range(), selection, new ArrayList<>());
  }

  private static String name(Term term) {
    String text = term.text();
    return text.isBlank() ? "\"\"" : text;
  }

  private static String prompt(List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      if (attribute instanceof Attribute.Type type && type.prompt() != null) {
        return type.prompt().text();
      }
      if (attribute instanceof Attribute.Prompt prompt) {
        return prompt.prompt().text();
      }
    }
    return "";
  }

  private static Kind kind(List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      String keyword = attribute.keyword().text();
      boolean typed = attribute instanceof Attribute.Type || keyword.startsWith("def_");
      if (typed) {
        return Kind.of(SymbolType.find(keyword.replace("def_", "")));
      }
    }
    return Kind.UNKNOWN;
  }
}
