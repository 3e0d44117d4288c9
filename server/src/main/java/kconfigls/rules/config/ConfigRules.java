package kconfigls.rules.config;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with configuration files. */
public final class ConfigRules {
  private ConfigRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new ConfBoolWord(),
        new ConfChoiceConflict(),
        new ConfDuplicate(),
        new ConfInvalidValue(),
        new ConfMWithoutModules(),
        new ConfMalformedLine(),
        new ConfMissingPrefix(),
        new ConfNearMissComment(),
        new ConfNotSetOnNonBool(),
        new ConfNotUserSettable(),
        new ConfOutOfRange(),
        new ConfRedundantDefault(),
        new ConfSelected(),
        new ConfSpaceAroundEquals(),
        new ConfStringQuotes(),
        new ConfUnknownSymbol(),
        new ConfUnmetDependency(),
        new ConfWrongPrefix(),
        new EspDefaultMismatch(),
        new EspDuplicateSdkconfig(),
        new MergeFragmentListedTwice(),
        new SdkconfigRename(),
        new ZephyrDeprecatedSymbol(),
        new ZephyrDisallowedInDefconfig(),
        new ZephyrExperimentalSymbol());
  }
}
