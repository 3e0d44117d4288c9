package kconfigls.rules.types;

import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.WrittenFile;

/** Reports expressions as defaults of numbers and strings; Kconfiglib stops at them. */
public final class DefaultNotASymbol implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "default-not-a-symbol",
          Severity.WARNING,
          "an expression as the default of a number or string");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    WrittenFile.forEachProperty(
        projects,
        (file, entry, prop) -> {
          if (prop instanceof Prop.Default def && !(def.value() instanceof Expr.Operand)) {
            SymbolType type = file.type(entry).orElse(null);
            if (type != null && (type.isNumber() || type == SymbolType.STRING)) {
              String message =
                  "`"
                      + entry.name()
                      + "` is "
                      + type.withArticle()
                      + ": its default must be a single symbol or constant, no expression";
              Draft draft = Draft.of(file.place(def.key()), message).about(entry.name());
              boolean fatal = file.types().has(Feature.PYTHON_NUMBERS);
              sink.report(fatal ? draft.as(Severity.ERROR) : draft);
            }
          }
        });
  }
}
