package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.FileCell;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** The outline of a file: menus, choices and entries as a tree. */
public final class DocumentSymbols {
  /** What an element of the outline is. */
  public enum Kind {
    MENU,
    CHOICE,
    IF,
    BOOL,
    TRISTATE,
    NUMBER,
    STRING,
    UNKNOWN,
    COMMENT,
    VARIABLE
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

  public static List<Element> of(FileCell cell) {
    return elements(cell.tree().statements());
  }

  private static List<Element> elements(List<Statement> statements) {
    List<Element> elements = new ArrayList<>();
    for (Statement statement : statements) {
      Element element = element(statement);
      if (element != null) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static @Nullable Element element(Statement statement) {
    return switch (statement) {
      case Statement.Entry entry -> entry(entry);
      case Statement.Choice choice ->
          block(choice, choice.name(), prompt(choice.attributes()), Kind.CHOICE);
      case Statement.Menu menu -> block(menu, menu.prompt(), "", Kind.MENU);
      case Statement.If block -> ifBlock(block);
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

  private static @Nullable Element entry(Statement.Entry entry) {
    Term name = entry.name();
    return name == null
        ? null
        : leaf(entry, name, prompt(entry.attributes()), kind(entry.attributes()));
  }

  private static Element leaf(Statement statement, Term name, String detail, Kind kind) {
    return new Element(name(name), detail, kind, statement.range(), name.range(), List.of());
  }

  private static Element block(
      Statement.Block block, @Nullable Term term, String prompt, Kind kind) {
    String keyword = block.keyword().text();
    String name = term == null ? (prompt.isEmpty() ? keyword : prompt) : name(term);
    TextRange selection = term == null ? block.keyword().range() : term.range();
    String detail = term == null ? keyword : prompt;
    return new Element(name, detail, kind, block.range(), selection, elements(block.body()));
  }

  private static Element ifBlock(Statement.If block) {
    TextRange selection = block.keyword().range();
    return new Element("if", "", Kind.IF, block.range(), selection, elements(block.body()));
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
        return switch (keyword.replace("def_", "")) {
          case "bool", "boolean" -> Kind.BOOL;
          case "tristate" -> Kind.TRISTATE;
          case "string" -> Kind.STRING;
          default -> Kind.NUMBER;
        };
      }
    }
    return Kind.UNKNOWN;
  }
}
