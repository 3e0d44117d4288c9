package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;

/** Reports attributes that do not fit their statement: the language page, B.2. */
public final class AttributeNotAllowed implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "attribute-not-allowed",
          Severity.ERROR,
          "an attribute stands where it means nothing");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.StrayAttribute stray) {
                report(file, sink, stray.attribute(), "has no entry that it could belong to");
              } else if (statement instanceof Statement.WithAttributes with) {
                for (Attribute attribute : with.attributes()) {
                  if (!isAllowed(file, with, attribute)) {
                    report(file, sink, with, attribute);
                  }
                }
              }
            });
  }

  private static boolean isAllowed(
      CheckedFile file, Statement.WithAttributes statement, Attribute attribute) {
    return switch (statement) {
      case Statement.Entry entry -> isAllowedInEntry(attribute) || isIgnored(file, attribute);
      case Statement.Choice choice -> isAllowedInChoice(attribute) || isIgnored(file, attribute);
      case Statement.Menu menu ->
          attribute instanceof Attribute.Depends
              || attribute instanceof Attribute.Visible
              || (attribute instanceof Attribute.Help && file.has(Feature.MENU_HELP));
      case Statement.Comment comment -> attribute instanceof Attribute.Depends;
    };
  }

  /** What esp-visible-on-config is about. */
  private static boolean isIgnored(CheckedFile file, Attribute attribute) {
    return attribute instanceof Attribute.Visible && file.has(Feature.VISIBLE_IGNORED);
  }

  private static boolean isAllowedInEntry(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Visible visible -> false;
      case Attribute.Flag flag -> !flag.keyword().is("optional") && !flag.keyword().is("reset");
      case Attribute.Type type -> true;
      case Attribute.Prompt prompt -> true;
      case Attribute.Default def -> true;
      case Attribute.Depends depends -> true;
      case Attribute.Select select -> true;
      case Attribute.Range range -> true;
      case Attribute.Option option -> true;
      case Attribute.SetValue set -> true;
      case Attribute.Warning warning -> true;
      case Attribute.Help help -> true;
    };
  }

  private static boolean isAllowedInChoice(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Type type -> SymbolType.of(type.keyword().text()).isLogic();
      case Attribute.Default def -> def.keyword().is("default");
      case Attribute.Flag flag -> flag.keyword().is("optional") || flag.keyword().is("reset");
      case Attribute.Prompt prompt -> true;
      case Attribute.Depends depends -> true;
      case Attribute.Help help -> true;
      case Attribute.Select select -> false;
      case Attribute.Range range -> false;
      case Attribute.Visible visible -> false;
      case Attribute.Option option -> false;
      case Attribute.SetValue set -> false;
      case Attribute.Warning warning -> false;
    };
  }

  private static String kind(Statement.WithAttributes statement) {
    return statement.keyword().text();
  }

  private static void report(
      CheckedFile file, FindingSink sink, Statement.WithAttributes with, Attribute attribute) {
    String message = "`" + attribute.keyword().text() + "` is not allowed in a " + kind(with);
    Draft draft = draft(file, attribute, message);
    boolean accepted =
        file.has(Feature.DEFAULT_IN_MENU)
            && attribute.keyword().is("default")
            && (with instanceof Statement.Menu || with instanceof Statement.Comment);
    sink.report(accepted ? draft.as(Severity.WARNING) : draft);
  }

  private static void report(CheckedFile file, FindingSink sink, Attribute attribute, String why) {
    String message = "`" + attribute.keyword().text() + "` " + why;
    sink.report(draft(file, attribute, message));
  }

  private static Draft draft(CheckedFile file, Attribute attribute, String message) {
    return Draft.of(new Place(file.path(), attribute.keyword().range()), message)
        .fix(
            () ->
                List.of(
                    Fix.unsafe("Delete the line", Edits.in(file).deleteLines(attribute.range()))));
  }
}
