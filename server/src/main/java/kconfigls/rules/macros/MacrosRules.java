package kconfigls.rules.macros;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with variables and functions. */
public final class MacrosRules {
  private MacrosRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new AssignmentInEntry(),
        new AssignmentLiteralText(),
        new BlankInMacroArgument(),
        new EnvOptionUnset(),
        new LegacyEnvReference(),
        new MacroArgumentCount(),
        new MacroExpandsToNothing(),
        new MacroMessage(),
        new MacroTooDeep(),
        new RecursiveVariable(),
        new UndefinedMacro(),
        new UnsupportedAssignment(),
        new UnterminatedMacro());
  }
}
