package kconfigls.rules.syntax;

import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;

/** Reports keywords of newer releases than that of the tree. */
public final class KeywordTooNew implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "keyword-too-new",
          Severity.ERROR,
          "a keyword that the tree's own program does not take yet");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (Attribute attribute : file.attributes()) {
      switch (attribute) {
        case Attribute.Flag flag -> {
          if (flag.keyword().is("transitional")) {
            require(file, sink, flag, Feature.TRANSITIONAL, "6.18");
          } else if (flag.keyword().is("modules")) {
            require(file, sink, flag, Feature.MODULES, "5.13");
          }
        }
        case Attribute.Depends depends -> {
          if (depends.condition() != null) {
            require(file, sink, depends, Feature.CONDITIONAL_DEPENDS, "7.0");
          }
        }
        case Attribute.Select select -> {
          if (select.keyword().is("imply")) {
            require(file, sink, select, Feature.IMPLY, "4.10");
          }
        }
        default -> {
          // as old as the language, or an extension
        }
      }
    }
  }

  private static void require(
      CheckedFile file, FindingSink sink, Attribute attribute, Feature feature, String release) {
    if (!file.has(feature)) {
      String what =
          attribute instanceof Attribute.Depends ? "depends on … if" : attribute.keyword().text();
      String message =
          "`"
              + what
              + "` came with Linux "
              + release
              + ": "
              + file.dialect().title()
              + " does not know it here";
      sink.report(Draft.of(new Place(file.path(), attribute.keyword().range()), message));
    }
  }
}
