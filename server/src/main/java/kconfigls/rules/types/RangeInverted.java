package kconfigls.rules.types;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import kconfigls.expr.Expr;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.SymbolTypes;
import kconfigls.rules.WrittenFile;
import kconfigls.syntax.Attribute;
import kconfigls.values.Numerals;

/** Reports ranges that hold no number because the bounds stand in the wrong order. */
public final class RangeInverted implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types", "range-inverted", Severity.WARNING, "a range whose low bound is the higher one");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    WrittenFile.forEachProperty(
        projects,
        (file, entry, prop) -> {
          if (prop instanceof Prop.Range range && isInverted(file, entry, range)) {
            String message =
                "the range is empty, for its low bound is above the high one: every value of `"
                    + entry.name()
                    + "` is replaced by a bound";
            Draft draft = Draft.of(file.place(range.key()), message).about(entry.name());
            sink.report(draft.fix(() -> swap(file, range)));
          }
        });
  }

  private static boolean isInverted(WrittenFile file, Item.Entry entry, Prop.Range range) {
    SymbolType type = file.type(entry).filter(SymbolType::isNumber).orElse(null);
    if (type == null) {
      return false;
    }
    Optional<BigInteger> low = number(file.types(), type, range.low());
    Optional<BigInteger> high = number(file.types(), type, range.high());
    return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
  }

  private static Optional<BigInteger> number(
      SymbolTypes types, SymbolType type, Expr.Operand bound) {
    return switch (bound) {
      case Expr.Symbol(String word) when !types.isDefined(word) ->
          Numerals.value(types.dialect(), type, word);
      case Expr.Symbol symbol -> Optional.empty();
      case Expr.Text(String text) -> Numerals.value(types.dialect(), type, text);
      case Expr.Const constant -> Optional.empty();
      case Expr.Unknown unknown -> Optional.empty();
    };
  }

  private static List<Fix> swap(WrittenFile file, Prop.Range range) {
    if (!(file.attribute(range).orElse(null) instanceof Attribute.Range written)) {
      return List.of();
    }
    String text = file.cell().source().text();
    return List.of(
        Fix.unsafe(
            "Swap the bounds",
            new Fix.Edit(file.place(written.low().range()), written.high().range().of(text)),
            new Fix.Edit(file.place(written.high().range()), written.low().range().of(text))));
  }
}
