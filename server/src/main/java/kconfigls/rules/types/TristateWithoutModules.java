package kconfigls.rules.types;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.model.ModulesMark;
import kconfigls.model.ProjectModel;
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

/** Reports tristates in trees that have no symbol which switches modules on. */
public final class TristateWithoutModules implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "tristate-without-modules",
          Severity.INFO,
          "a tristate in a tree that has no modules");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<ProjectModel, Boolean> modular = new IdentityHashMap<>();
    WrittenFile.forEachProperty(
        projects,
        (file, entry, prop) -> {
          if (prop instanceof Prop.Type type
              && type.type() == SymbolType.TRISTATE
              && isWithoutModules(file.types(), modular)) {
            String message =
                "`" + entry.name() + "` is never m, for no symbol of this tree switches modules on";
            Place place = file.place(type.key());
            String instead =
                place.range().of(file.cell().source().text()).replace("tristate", "bool");
            Fix fix = Fix.safe("Replace by `" + instead + "`", new Fix.Edit(place, instead));
            sink.report(Draft.of(place, message).about(entry.name()).fix(() -> List.of(fix)));
          }
        });
  }

  private static boolean isWithoutModules(SymbolTypes types, Map<ProjectModel, Boolean> modular) {
    return !types.isOpen()
        && types.projects().stream()
            .noneMatch(model -> modular.computeIfAbsent(model, ModulesMark::isAnywhere));
  }
}
