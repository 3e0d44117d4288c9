package kconfigls.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits parts of a syntax tree in order of the text. */
public final class TreeWalk {
  private TreeWalk() {}

  /** Hands every statement to the consumer, a block before its body. */
  public static void statements(List<Statement> statements, Consumer<Statement> consumer) {
    for (Statement statement : statements) {
      consumer.accept(statement);
      if (statement instanceof Statement.Block block) {
        statements(block.body(), consumer);
      }
    }
  }

  /** The attributes of all statements, stray ones included. */
  public static List<Attribute> attributes(SyntaxTree tree) {
    List<Attribute> attributes = new ArrayList<>();
    statements(
        tree.statements(),
        statement -> {
          if (statement instanceof Statement.WithAttributes with) {
            attributes.addAll(with.attributes());
          } else if (statement instanceof Statement.StrayAttribute stray) {
            attributes.add(stray.attribute());
          }
        });
    return attributes;
  }

  /** The expressions of an attribute: its value, then its condition. */
  public static List<ExprNode> expressions(Attribute attribute) {
    List<ExprNode> nodes = new ArrayList<>(2);
    switch (attribute) {
      case Attribute.Type type -> add(nodes, type.condition());
      case Attribute.Prompt prompt -> add(nodes, prompt.condition());
      case Attribute.Default def -> {
        nodes.add(def.value());
        add(nodes, def.condition());
      }
      case Attribute.Depends depends -> {
        nodes.add(depends.value());
        add(nodes, depends.condition());
      }
      case Attribute.Select select -> add(nodes, select.condition());
      case Attribute.Range range -> add(nodes, range.condition());
      case Attribute.Visible visible -> add(nodes, visible.condition());
      case Attribute.Option option -> {
        // no expression
      }
      case Attribute.Flag flag -> add(nodes, flag.condition());
      case Attribute.SetValue set -> add(nodes, set.condition());
      case Attribute.Warning warning -> add(nodes, warning.condition());
      case Attribute.Help help -> {
        // no expression
      }
    }
    return nodes;
  }

  private static void add(List<ExprNode> nodes, @Nullable ExprNode node) {
    if (node != null) {
      nodes.add(node);
    }
  }

  /** Hands a node and all nodes below it to the consumer. */
  public static void expression(ExprNode node, Consumer<ExprNode> consumer) {
    consumer.accept(node);
    switch (node) {
      case Term term -> {
        // a leaf
      }
      case ExprNode.Or or -> or.parts().forEach(part -> expression(part, consumer));
      case ExprNode.And and -> and.parts().forEach(part -> expression(part, consumer));
      case ExprNode.Not not -> expression(not.operand(), consumer);
      case ExprNode.Paren paren -> expression(paren.inner(), consumer);
      case ExprNode.Compare compare -> {
        consumer.accept(compare.left());
        consumer.accept(compare.right());
      }
    }
  }
}
