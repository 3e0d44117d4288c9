package kconfigls.rules.style;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with help texts and layout. */
public final class StyleRules {
  private StyleRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new AttributeOrder(),
        new BlankLines(),
        new CommentStyle(),
        new CommonPrefix(),
        new DuplicateHelp(),
        new EmptyHelp(),
        new EndComment(),
        new HelpDedent(),
        new HelpIndentation(),
        new HelpSwallowsStatement(),
        new Indentation(),
        new LineTooLong(),
        new MissingHelp(),
        new NameTooLong(),
        new PromptStyle(),
        new PromptWhitespace(),
        new TrailingWhitespace(),
        new TypePromptShorthand());
  }
}
