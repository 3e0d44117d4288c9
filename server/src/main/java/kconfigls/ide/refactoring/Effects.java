package kconfigls.ide.refactoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Node;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Term;
import org.jspecify.annotations.Nullable;

/**
 * What a file comes to for whoever reads its values: each entry with all that it depends on, from
 * {@code if} blocks too, its defaults in their order, and its selects in any order. Files with the
 * same effects may be exchanged.
 */
final class Effects {
  private final String text;
  private final List<String> lines = new ArrayList<>();

  private Effects(String text) {
    this.text = text;
  }

  static List<String> of(SyntaxTree tree) {
    Effects effects = new Effects(tree.source().text());
    effects.statements(tree.statements(), List.of());
    tree.problems().forEach(problem -> effects.lines.add("problem " + problem.kind()));
    return effects.lines;
  }

  private void statements(List<Statement> statements, List<String> outer) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Entry entry ->
            lines.add(entry.keyword().text() + " " + raw(entry.name()) + attributes(entry, outer));
        case Statement.Comment comment ->
            lines.add("comment " + raw(comment.prompt()) + attributes(comment, outer));
        case Statement.Choice choice -> {
          lines.add("choice " + raw(choice.name()) + attributes(choice, outer));
          block(choice);
        }
        case Statement.Menu menu -> {
          lines.add("menu " + raw(menu.prompt()) + attributes(menu, outer));
          block(menu);
        }
        case Statement.If block -> {
          List<String> inner = new ArrayList<>(outer);
          inner.addAll(block.condition() == null ? List.of("?") : parts(block.condition()));
          statements(block.body(), inner);
        }
        case Statement.Source source -> lines.add(squeezed(source) + new TreeSet<>(outer));
        case Statement.MacroLine line -> lines.add(squeezed(line) + new TreeSet<>(outer));
        case Statement.Assignment assignment -> lines.add(squeezed(assignment));
        case Statement.MainMenu mainMenu -> lines.add(squeezed(mainMenu));
        case Statement.StrayAttribute stray -> lines.add(squeezed(stray));
        case Statement.StrayEnd end -> lines.add(squeezed(end));
        case Statement.Unknown unknown -> lines.add(squeezed(unknown));
      }
    }
  }

  /** What stands in a menu or choice depends on it, whatever that depends on. */
  private void block(Statement.Block block) {
    statements(block.body(), List.of());
    lines.add("end " + (block.end() != null));
  }

  private String attributes(Statement.WithAttributes statement, List<String> outer) {
    Map<String, Collection<String>> byKind = new TreeMap<>();
    outer.forEach(part -> set(byKind, "depends", part));
    for (Attribute attribute : statement.attributes()) {
      String keyword = attribute.keyword().text();
      switch (attribute) {
        case Attribute.Type type -> {
          add(byKind, "type", keyword);
          if (type.prompt() != null) {
            add(byKind, "prompt", squeezed(type.prompt()) + when(type.condition()));
          }
        }
        case Attribute.Prompt prompt ->
            add(byKind, "prompt", squeezed(prompt.prompt()) + when(prompt.condition()));
        case Attribute.Default value -> {
          if (keyword.startsWith("def_")) {
            add(byKind, "type", keyword.substring("def_".length()));
          }
          add(byKind, "default", squeezed(value.value()) + when(value.condition()));
        }
        case Attribute.Depends depends when depends.condition() == null ->
            parts(depends.value()).forEach(part -> set(byKind, "depends", part));
        case Attribute.Select select -> set(byKind, keyword, squeezed(select));
        case Attribute.Help help -> add(byKind, "help", help.text());
        default -> add(byKind, keyword, squeezed(attribute));
      }
    }
    return byKind.toString();
  }

  private static void add(Map<String, Collection<String>> byKind, String kind, String value) {
    byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(value);
  }

  private static void set(Map<String, Collection<String>> byKind, String kind, String value) {
    byKind.computeIfAbsent(kind, k -> new TreeSet<>()).add(value);
  }

  private List<String> parts(ExprNode node) {
    return Conjuncts.of(node, text);
  }

  private String when(@Nullable ExprNode condition) {
    return condition == null ? "" : " if " + squeezed(condition);
  }

  private static String raw(@Nullable Term term) {
    return term == null ? "" : term.raw();
  }

  private String squeezed(Node node) {
    return Conjuncts.squeezed(node.range().of(text));
  }
}
