package kconfigls.rules.profiles;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong in one project only. */
public final class ProfilesRules {
  private ProfilesRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new EspHelpNotDeeper(),
        new EspMissingMainmenu(),
        new EspSetOnNonBool(),
        new EspSetTarget(),
        new EspUnsupportedType(),
        new EspVisibleOnConfig(),
        new ZephyrDefconfigPrompt(),
        new ZephyrRedundantRootSource(),
        new ZephyrSocNameSync(),
        new ZephyrTopMenuSize());
  }
}
