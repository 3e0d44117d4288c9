package kconfigls.rules.symbols;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.LogicParts;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.QuotedNames;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.ValueFault;
import kconfigls.rules.WrittenFile;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Term;

/** Reports names of symbols in quotes where no text can be meant. */
public final class QuotedSymbol implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "symbols", "quoted-symbol", Severity.WARNING, "a symbol in quotes, which make it text");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    LogicParts.Check<String> check = (types, part) -> QuotedNames.in(types, part).orElse(null);
    for (LogicParts.Found<String> found : LogicParts.find(projects, check)) {
      Place place = quoted(found.file(), found.node(), found.fault());
      String effect =
          found.node() instanceof Term
              ? ", which as a condition always means n"
              : ", which is compared as it is";
      report(place, found.fault(), effect, sink);
    }
    for (ValueFault fault : projects.valueFaults()) {
      if (fault.reason() == ValueFault.Reason.QUOTED_SYMBOL) {
        report(fault.place(), fault.text(), ", which as a default means n", sink);
      }
    }
  }

  /** The place of the string in a comparison, or of the operand itself. */
  private static Place quoted(WrittenFile file, ExprNode node, String name) {
    if (node instanceof ExprNode.Compare compare) {
      boolean left = compare.left().isQuoted() && compare.left().text().equals(name);
      return file.place((left ? compare.left() : compare.right()).range());
    }
    return file.place(node.range());
  }

  private static void report(Place place, String name, String effect, FindingSink sink) {
    String message = "`\"" + name + "\"` is text and not the symbol `" + name + "`" + effect;
    Fix fix = Fix.unsafe("Remove the quotes", new Fix.Edit(place, name));
    sink.report(Draft.of(place, message).about(name).fix(() -> List.of(fix)));
  }
}
