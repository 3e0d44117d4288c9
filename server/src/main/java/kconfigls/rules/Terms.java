package kconfigls.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import org.jspecify.annotations.Nullable;

/** The words and strings of a tree. */
public final class Terms {
  private Terms() {}

  /** All of them but the values of assignments. */
  static List<Term> all(CheckedFile file) {
    List<Term> terms = new ArrayList<>();
    prompts(file, terms::add);
    for (ExprNode node : file.expressionNodes()) {
      if (node instanceof Term term) {
        terms.add(term);
      }
    }
    for (Attribute attribute : file.attributes()) {
      switch (attribute) {
        case Attribute.Select select -> terms.add(select.target());
        case Attribute.Range range -> {
          terms.add(range.low());
          terms.add(range.high());
        }
        default -> {
          // the others hold expressions or prompts only
        }
      }
    }
    return terms;
  }

  /** Hands the prompts of menus, comments and entries to the consumer. */
  public static void prompts(CheckedFile file, Consumer<Term> consumer) {
    file.statements()
        .forEach(
            statement -> {
              switch (statement) {
                case Statement.Menu menu -> accept(menu.prompt(), consumer);
                case Statement.Comment comment -> accept(comment.prompt(), consumer);
                case Statement.MainMenu mainMenu -> accept(mainMenu.prompt(), consumer);
                default -> {
                  // no prompt of its own
                }
              }
            });
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Type type) {
        accept(type.prompt(), consumer);
      } else if (attribute instanceof Attribute.Prompt prompt) {
        consumer.accept(prompt.prompt());
      }
    }
  }

  private static void accept(@Nullable Term term, Consumer<Term> consumer) {
    if (term != null) {
      consumer.accept(term);
    }
  }
}
