package kconfigls.rules.syntax;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Keyword;

/** Reports keywords of older releases: the language page, A.2. */
public final class RemovedKeyword implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "removed-keyword",
          Severity.ERROR,
          "a keyword that the tree's own program no longer takes");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Option option && file.has(Feature.OPTION)) {
        env(file, sink, option);
      }
      instead(file, attribute).ifPresent(instead -> report(file, sink, attribute, instead));
    }
  }

  /** Programs since 4.18 that still take options do not take this one. */
  private static void env(CheckedFile file, FindingSink sink, Attribute.Option option) {
    if (!option.name().raw().equals("env") || file.has(Feature.OPTION_ENV)) {
      return;
    }
    boolean ignored = file.has(Feature.OLD_SCANNER);
    String title = file.dialect().title();
    String message =
        "`option env` is "
            + (ignored ? "ignored by " + title : "not known to " + title)
            + ": use `default \"$(NAME)\"`";
    Draft draft =
        Draft.of(new Place(file.path(), option.keyword().range()), message)
            .fix(() -> fixes(file, option));
    sink.report(ignored ? draft.as(Severity.WARNING) : draft);
  }

  /** What to write instead of a keyword that was removed; empty if the dialect takes it. */
  private static Optional<String> instead(CheckedFile file, Attribute attribute) {
    Keyword keyword = attribute.keyword();
    String instead =
        switch (keyword.text()) {
          case "---help---" -> file.has(Feature.HELP_DASHES) ? "" : "use `help`";
          case "boolean" -> file.has(Feature.BOOLEAN) ? "" : "use `bool`";
          case "def_boolean" -> file.has(Feature.REQUIRES_ENABLE) ? "" : "use `def_bool`";
          case "option" -> file.has(Feature.OPTION) ? "" : "use `modules`, or `$(NAME)` for `env`";
          case "optional" -> file.has(Feature.OPTIONAL) ? "" : "add a member for `none`";
          case "requires" -> file.has(Feature.REQUIRES_ENABLE) ? "" : "use `depends on`";
          case "enable" -> file.has(Feature.REQUIRES_ENABLE) ? "" : "use `select`";
          default -> "";
        };
    return Optional.of(instead).filter(text -> !text.isEmpty());
  }

  private static void report(
      CheckedFile file, FindingSink sink, Attribute attribute, String instead) {
    Keyword keyword = attribute.keyword();
    String message =
        "`" + keyword.text() + "` is not known to " + file.dialect().title() + ": " + instead;
    sink.report(
        Draft.of(new Place(file.path(), keyword.range()), message)
            .fix(() -> fixes(file, attribute)));
  }

  private static List<Fix> fixes(CheckedFile file, Attribute attribute) {
    Edits edits = Edits.in(file);
    String keyword =
        switch (attribute.keyword().text()) {
          case "---help---" -> "help";
          case "boolean" -> "bool";
          case "def_boolean" -> "def_bool";
          case "requires" -> "depends on";
          case "enable" -> "select";
          default -> "";
        };
    if (!keyword.isEmpty()) {
      return List.of(
          Fix.safe("Write `" + keyword + "`", edits.replace(attribute.keyword().range(), keyword)));
    }
    if (!(attribute instanceof Attribute.Option option)) {
      return List.of();
    }
    if (option.name().raw().equals("modules") && file.has(Feature.MODULES)) {
      return List.of(Fix.safe("Write `modules`", edits.replace(option.range(), "modules")));
    }
    if (option.name().raw().equals("env") && option.value() != null) {
      String line = "default \"$(" + option.value().raw() + ")\"";
      return List.of(Fix.unsafe("Write `" + line + "`", edits.replace(option.range(), line)));
    }
    return List.of();
  }
}
