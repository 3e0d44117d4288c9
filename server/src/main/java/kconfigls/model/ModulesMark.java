package kconfigls.model;

import kconfigls.dialect.Feature;
import kconfigls.outline.Prop;

/** The mark of the symbol that says whether there are modules. */
public final class ModulesMark {
  private ModulesMark() {}

  /** Whether a project has a symbol that can switch modules on. */
  public static boolean isAnywhere(ProjectModel model) {
    if (model.spec().dialect().has(Feature.MODULES_BY_NAME)) {
      return model.symbol("MODULES") != null;
    }
    return model.symbols().values().stream()
        .anyMatch(symbol -> symbol.nodes().stream().anyMatch(ModulesMark::isOn));
  }

  static boolean isOn(MenuNode node) {
    return node.props().stream()
        .anyMatch(
            prop ->
                (prop instanceof Prop.Flag flag && flag.name().equals("modules"))
                    || (prop instanceof Prop.Option option && option.name().equals("modules")));
  }
}
