package kconfigls.rules.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** Reports types whose prompt, or single default, stands in a line of its own. */
public final class TypePromptShorthand implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "style",
              "type-prompt-shorthand",
              Severity.HINT,
              "a type and its prompt or default in two lines")
          .optIn();

  private static final Set<String> WITH_DEFAULT = Set.of("bool", "tristate");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Entry entry) {
                check(file, entry, sink);
              }
            });
  }

  private static void check(CheckedFile file, Statement.Entry entry, FindingSink sink) {
    List<Attribute.Type> types = of(entry, Attribute.Type.class);
    List<Attribute.Prompt> prompts = of(entry, Attribute.Prompt.class);
    List<Attribute.Default> defaults = of(entry, Attribute.Default.class);
    if (types.size() != 1 || types.getFirst().prompt() != null) {
      return;
    }
    Attribute.Type type = types.getFirst();
    @Nullable Draft draft = null;
    if (prompts.size() == 1) {
      Attribute.Prompt prompt = prompts.getFirst();
      String rest = file.text().substring(prompt.prompt().range().start(), prompt.range().end());
      draft = draft(file, type, prompt, type.keyword().text() + " " + rest, "prompt");
    } else if (prompts.isEmpty() && defaults.size() == 1 && takesDefault(file, type, defaults)) {
      Attribute.Default value = defaults.getFirst();
      String rest = file.text().substring(value.value().range().start(), value.range().end());
      draft = draft(file, type, value, "def_" + type.keyword().text() + " " + rest, "default");
    }
    if (draft != null) {
      sink.report(draft);
    }
  }

  private static boolean takesDefault(
      CheckedFile file, Attribute.Type type, List<Attribute.Default> defaults) {
    return !file.style().isNested() // ESP-IDF has no def_bool
        && WITH_DEFAULT.contains(type.keyword().text())
        && defaults.getFirst().keyword().is("default");
  }

  private static <T extends Attribute> List<T> of(Statement.Entry entry, Class<T> kind) {
    List<T> found = new ArrayList<>(1);
    for (Attribute attribute : entry.attributes()) {
      if (kind.isInstance(attribute)) {
        found.add(kind.cast(attribute));
      }
    }
    return found;
  }

  private static Draft draft(
      CheckedFile file, Attribute.Type type, Attribute other, String joined, String what) {
    String message = "the " + what + " can stand in the line of the type: `" + joined + "`";
    if (joined.indexOf('\n') >= 0) {
      message = "the " + what + " can stand in the line of the type";
    }
    return Draft.of(new Place(file.path(), other.keyword().range()), message)
        .fix(() -> fixes(file, type, other, joined));
  }

  /** Joins the lines, unless a comment beside the second one would go. */
  private static List<Fix> fixes(
      CheckedFile file, Attribute.Type type, Attribute other, String joined) {
    FileLines lines = file.lines();
    int first = lines.of(other.range().start());
    int last = lines.of(other.range().end());
    if (lines.content(last).end() != other.range().end() || type.condition() != null) {
      return List.of();
    }
    return List.of(
        Fix.safe(
            "Join the lines",
            Lines.replace(file, type.range().start(), type.range().end(), joined),
            Lines.delete(file, first, last)));
  }
}
