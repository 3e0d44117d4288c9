package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.expr.Comparison;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
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
      file.statements()
          .forEach(
              statement -> {
                if (statement instanceof Statement.Assignment assignment) {
                  sink.report(draft(file, assignment.name().range(), "an assignment", "4.18"));
                }
              });
    }
    if (!file.has(Feature.ORDER_COMPARISONS)) {
      file.expressionNodes().forEach(node -> comparison(file, sink, node));
    }
  }

  private static void comparison(CheckedFile file, FindingSink sink, ExprNode node) {
    if (node instanceof ExprNode.Compare compare && !Comparison.of(compare.op()).isEquality()) {
      sink.report(draft(file, compare.range(), "`" + compare.op() + "`", "4.3"));
    }
  }

  private static void require(
      CheckedFile file, FindingSink sink, Attribute attribute, Feature feature, String release) {
    if (!file.has(feature)) {
      String what =
          attribute instanceof Attribute.Depends ? "depends on … if" : attribute.keyword().text();
      sink.report(
          draft(file, attribute.keyword().range(), "`" + what + "`", release)
              .fix(() -> fixes(file, attribute)));
    }
  }

  private static List<Fix> fixes(CheckedFile file, Attribute attribute) {
    Edits edits = Edits.in(file);
    if (attribute instanceof Attribute.Depends depends && depends.condition() != null) {
      String value = depends.value().range().of(file.text());
      String condition = depends.condition().range().of(file.text());
      String joined =
          operand(depends.value(), value) + " || !" + operand(depends.condition(), condition);
      TextRange whole = depends.value().range().union(depends.condition().range());
      return List.of(Fix.safe("Write `" + joined + "`", edits.replace(whole, joined)));
    }
    if (attribute.keyword().is("modules") && file.has(Feature.OPTION)) {
      Fix.Edit edit = edits.replace(attribute.keyword().range(), "option modules");
      return List.of(Fix.safe("Write `option modules`", edit));
    }
    return List.of();
  }

  private static String operand(ExprNode node, String text) {
    boolean single =
        node instanceof Term || node instanceof ExprNode.Paren || node instanceof ExprNode.Not;
    return single ? text : "(" + text + ")";
  }

  private static Draft draft(CheckedFile file, TextRange range, String what, String release) {
    String known = file.dialect().title() + " does not know it here";
    String message = what + " came with Linux " + release + ": " + known;
    return Draft.of(new Place(file.path(), range), message);
  }
}
