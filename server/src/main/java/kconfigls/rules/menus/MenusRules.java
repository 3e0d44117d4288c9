package kconfigls.rules.menus;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with menus and choices. */
public final class MenusRules {
  private MenusRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new ChoiceDefaultNotFirst(),
        new ChoiceDefaultNotMember(),
        new ChoiceEmpty(),
        new ChoiceLegacyFeature(),
        new ChoiceMemberDefault(),
        new ChoiceMemberDependsOnSibling(),
        new ChoiceMemberPromptElsewhere(),
        new ChoiceMemberType(),
        new ChoiceMemberWithoutPrompt(),
        new ChoiceNameAsSymbol(),
        new ChoiceWithoutPrompt(),
        new ConfigdefaultAttribute(),
        new EmptyBlock(),
        new MenuconfigWithoutPrompt(),
        new PointlessMenuconfig(),
        new StatementNotAllowedInChoice());
  }
}
