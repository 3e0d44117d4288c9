package kconfigls.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Node;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Term;
import org.jspecify.annotations.Nullable;

/**
 * What a file says apart from its layout: two trees with the same lines mean the same. Attributes
 * keep their order only among those of their kind; prompts count without their wording's trimmings.
 */
public final class Meaning {
  private final String text;
  private final List<String> lines = new ArrayList<>();

  private Meaning(String text) {
    this.text = text;
  }

  public static List<String> of(SyntaxTree tree) {
    Meaning meaning = new Meaning(tree.source().text());
    meaning.statements(tree.statements());
    meaning.lines.add(tree.problems().size() + " problems");
    return meaning.lines;
  }

  private void statements(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Entry entry -> lines.add(entry.keyword().text() + " " + raw(entry.name()));
        case Statement.Choice choice -> lines.add("choice " + raw(choice.name()));
        case Statement.Menu menu -> lines.add("menu " + prompt(menu.prompt()));
        case Statement.Comment comment -> lines.add("comment " + prompt(comment.prompt()));
        case Statement.If block ->
            lines.add("if " + (block.condition() == null ? "" : squeezed(block.condition())));
        default -> lines.add(squeezed(statement));
      }
      if (statement instanceof Statement.WithAttributes with) {
        attributes(with.attributes());
      }
      if (statement instanceof Statement.Block block) {
        statements(block.body());
        lines.add("end " + (block.end() != null));
      }
    }
  }

  private void attributes(List<Attribute> attributes) {
    Map<String, List<String>> byKind = new TreeMap<>();
    for (Attribute attribute : attributes) {
      switch (attribute) {
        case Attribute.Type type -> {
          add(byKind, "type", type.keyword().text());
          if (type.prompt() != null) {
            add(byKind, "prompt", prompt(type.prompt()) + when(type.condition()));
          }
        }
        case Attribute.Prompt line ->
            add(byKind, "prompt", prompt(line.prompt()) + when(line.condition()));
        case Attribute.Default value -> {
          if (value.keyword().text().startsWith("def_")) {
            add(byKind, "type", value.keyword().text().substring("def_".length()));
          }
          add(byKind, "default", squeezed(value.value()) + when(value.condition()));
        }
        // an empty text is as good as none
        case Attribute.Help help when help.text().isEmpty() -> {}
        case Attribute.Help help -> add(byKind, "help", help.text());
        default -> add(byKind, attribute.keyword().text(), squeezed(attribute));
      }
    }
    lines.add(byKind.toString());
  }

  private static void add(Map<String, List<String>> byKind, String kind, String value) {
    byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(value);
  }

  private String when(@Nullable Node condition) {
    return condition == null ? "" : " if " + squeezed(condition);
  }

  private static String raw(@Nullable Term term) {
    return term == null ? "" : term.raw();
  }

  private static String prompt(@Nullable Term term) {
    return raw(term)
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^enable\\w*\\s+", "")
        .replaceFirst("\\.$", "");
  }

  private String squeezed(Node node) {
    return node.range().of(text).replaceAll("\\\\\r?\n", "").replaceAll("\\s+", " ");
  }
}
