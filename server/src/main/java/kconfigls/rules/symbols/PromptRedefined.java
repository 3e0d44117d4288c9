package kconfigls.rules.symbols;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Reports all but the first prompt of an entry or a choice. */
public final class PromptRedefined implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "symbols", "prompt-redefined", Severity.WARNING, "a second prompt in the same entry");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              switch (statement) {
                case Statement.Entry entry -> check(file, entry.attributes(), sink);
                case Statement.Choice choice -> check(file, choice.attributes(), sink);
                default -> {
                  // a menu or comment has one prompt by its grammar
                }
              }
            });
  }

  private static void check(CheckedFile file, List<Attribute> attributes, FindingSink sink) {
    Attribute before = null;
    for (Attribute attribute : attributes) {
      Term prompt = prompt(attribute);
      if (prompt != null) {
        Term first = before == null ? null : prompt(before);
        if (before != null && first != null) {
          Attribute superseded = before;
          Place other = new Place(file.path(), first.range());
          sink.report(
              Draft.of(
                      new Place(file.path(), prompt.range()),
                      "this entry has a prompt already: only the last one is shown")
                  .see(List.of(new Related(other, "the prompt before")))
                  .fix(() -> fixes(file, superseded, attribute)));
        }
        before = attribute;
      }
    }
  }

  private static @Nullable Term prompt(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Prompt prompt -> prompt.prompt();
      case Attribute.Type type -> type.prompt();
      default -> null;
    };
  }

  /** Safe if the last prompt is always shown, for then the one before makes nothing visible. */
  private static List<Fix> fixes(CheckedFile file, Attribute before, Attribute last) {
    Edits edits = Edits.in(file);
    Fix.Edit edit =
        before instanceof Attribute.Type type
            ? edits.delete(new TextRange(type.keyword().range().end(), type.range().end()))
            : edits.deleteLines(before.range());
    String title = "Delete the prompt before";
    return List.of(isConditional(last) ? Fix.unsafe(title, edit) : Fix.safe(title, edit));
  }

  private static boolean isConditional(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Prompt prompt -> prompt.condition() != null;
      case Attribute.Type type -> type.condition() != null;
      default -> false;
    };
  }
}
