package kconfigls.rules.types;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.WrittenFile;

/** Reports selects and implies of symbols that cannot be y or m. */
public final class SelectTargetType implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "select-target-type",
          Severity.WARNING,
          "`select` or `imply` of a symbol that is no bool");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    WrittenFile.forEachProperty(
        projects,
        (file, entry, prop) -> {
          // of a symbol that is no bool itself another rule tells
          if (prop instanceof Prop.Select select
              && file.type(entry).filter(SymbolType::isLogic).isPresent()) {
            file.types()
                .of(select.target())
                .filter(target -> !target.isLogic())
                .ifPresent(
                    target -> report(projects, file.place(select.key()), select, target, sink));
          }
        });
  }

  private static void report(
      CheckedProjects projects,
      Place place,
      Prop.Select select,
      SymbolType type,
      FindingSink sink) {
    String name = select.target();
    String verb = select.imply() ? "implied" : "selected";
    String message = "`" + name + "` is " + type.withArticle() + ", which cannot be " + verb;
    List<Related> related =
        projects.semantics().definitions(name).stream()
            .limit(1)
            .map(definition -> new Related(definition, "its definition"))
            .toList();
    sink.report(Draft.of(place, message).about(name).see(related));
  }
}
