package kconfigls.model;

import kconfigls.outline.Prop;

/** The mark of the symbol that says whether there are modules. */
final class ModulesMark {
  private ModulesMark() {}

  static boolean isOn(MenuNode node) {
    return node.props().stream()
        .anyMatch(
            prop ->
                (prop instanceof Prop.Flag flag && flag.name().equals("modules"))
                    || (prop instanceof Prop.Option option && option.name().equals("modules")));
  }
}
