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
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Statement;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.TextRange;

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
        case Attribute.Visible visible -> require(file, sink, visible, Feature.VISIBLE, "2.6.37");
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
    if (!file.has(Feature.ASSIGNMENTS)) {
      TreeWalk.statements(
          file.tree().statements(),
          statement -> {
            if (statement instanceof Statement.Assignment assignment) {
              report(file, sink, assignment.name().range(), "an assignment", "4.18");
            }
          });
    }
    if (!file.has(Feature.ORDER_COMPARISONS)) {
      for (ExprNode whole : file.expressions()) {
        TreeWalk.expression(whole, part -> comparison(file, sink, part));
      }
    }
  }

  private static void comparison(CheckedFile file, FindingSink sink, ExprNode node) {
    if (node instanceof ExprNode.Compare compare
        && (compare.op().startsWith("<") || compare.op().startsWith(">"))) {
      report(file, sink, compare.range(), "`" + compare.op() + "`", "4.3");
    }
  }

  private static void require(
      CheckedFile file, FindingSink sink, Attribute attribute, Feature feature, String release) {
    if (!file.has(feature)) {
      String what =
          attribute instanceof Attribute.Depends ? "depends on … if" : attribute.keyword().text();
      report(file, sink, attribute.keyword().range(), "`" + what + "`", release);
    }
  }

  private static void report(
      CheckedFile file, FindingSink sink, TextRange range, String what, String release) {
    String known = file.dialect().title() + " does not know it here";
    String message = what + " came with Linux " + release + ": " + known;
    sink.report(Draft.of(new Place(file.path(), range), message));
  }
}
