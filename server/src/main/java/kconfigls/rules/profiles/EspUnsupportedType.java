package kconfigls.rules.profiles;

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
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;

/** Reports types, the constant m and {@code optional}, which ESP-IDF does not have. */
public final class EspUnsupportedType implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "esp-unsupported-type",
              Severity.ERROR,
              "`tristate`, `def_bool` and its kin, `m` or `optional`, which ESP-IDF does not have")
          .only("esp-idf");

  /** Older spellings are no keywords at all, as removed-keyword says. */
  private static final Set<String> DEFAULTS =
      Set.of("def_bool", "def_tristate", "def_int", "def_hex", "def_string");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (Attribute attribute : file.attributes()) {
      Keyword keyword = attribute.keyword();
      switch (attribute) {
        case Attribute.Type type when keyword.is("tristate") ->
            report(file, keyword, "use `bool`", bool(file, keyword), sink);
        case Attribute.Default value when DEFAULTS.contains(keyword.text()) ->
            report(file, keyword, "use a type and a default", split(file, value), sink);
        default -> {
          // known to ESP-IDF
        }
      }
    }
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Choice choice) {
                optional(file, choice, sink);
              }
            });
    for (Term term : file.terms()) {
      if (!term.isQuoted() && term.raw().equals("m")) {
        sink.report(
            Draft.of(
                new Place(file.path(), term.range()),
                "ESP-IDF has no modules: `m` is no value there"));
      }
    }
  }

  private static void optional(CheckedFile file, Statement.Choice choice, FindingSink sink) {
    for (Attribute attribute : choice.attributes()) {
      if (attribute instanceof Attribute.Flag flag && flag.keyword().is("optional")) {
        String instead = "add a member for none of the others";
        report(file, flag.keyword(), instead, List.of(), sink);
      }
    }
  }

  private static void report(
      CheckedFile file, Keyword keyword, String instead, List<Fix> fixes, FindingSink sink) {
    String message = "ESP-IDF has no `" + keyword.text() + "`: " + instead;
    sink.report(Draft.of(new Place(file.path(), keyword.range()), message).fix(() -> fixes));
  }

  private static List<Fix> bool(CheckedFile file, Keyword keyword) {
    return List.of(
        Fix.unsafe(
            "Replace by `bool`", new Fix.Edit(new Place(file.path(), keyword.range()), "bool")));
  }

  /** One line becomes two, which mean the same wherever both are known. */
  private static List<Fix> split(CheckedFile file, Attribute.Default value) {
    FileLines lines = file.lines();
    int line = lines.of(value.range().start());
    String type = value.keyword().text().substring("def_".length());
    String two =
        (type.equals("tristate") ? "bool" : type)
            + lines.newline()
            + lines.indentation(line)
            + "default";
    TextRange keyword = value.keyword().range();
    return List.of(
        Fix.unsafe(
            "Write a type and a default", new Fix.Edit(new Place(file.path(), keyword), two)));
  }
}
