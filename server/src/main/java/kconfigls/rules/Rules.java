package kconfigls.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kconfigls.rules.dependencies.ContradictoryDependency;
import kconfigls.rules.dependencies.DuplicateDependency;
import kconfigls.rules.dependencies.RecursiveDependency;
import kconfigls.rules.dependencies.SelectUndefined;
import kconfigls.rules.dependencies.SelfDependency;
import kconfigls.rules.macros.AssignmentInEntry;
import kconfigls.rules.macros.AssignmentLiteralText;
import kconfigls.rules.macros.BlankInMacroArgument;
import kconfigls.rules.macros.LegacyEnvReference;
import kconfigls.rules.macros.MacroArgumentCount;
import kconfigls.rules.macros.MacroExpandsToNothing;
import kconfigls.rules.macros.MacroMessage;
import kconfigls.rules.macros.MacroTooDeep;
import kconfigls.rules.macros.RecursiveVariable;
import kconfigls.rules.macros.UndefinedMacro;
import kconfigls.rules.macros.UnsupportedAssignment;
import kconfigls.rules.macros.UnterminatedMacro;
import kconfigls.rules.menus.ChoiceDefaultNotMember;
import kconfigls.rules.menus.ChoiceEmpty;
import kconfigls.rules.menus.ChoiceLegacyFeature;
import kconfigls.rules.menus.ChoiceMemberDefault;
import kconfigls.rules.menus.ChoiceMemberType;
import kconfigls.rules.menus.ChoiceMemberWithoutPrompt;
import kconfigls.rules.menus.ChoiceNameAsSymbol;
import kconfigls.rules.menus.ChoiceWithoutPrompt;
import kconfigls.rules.menus.ConfigdefaultAttribute;
import kconfigls.rules.menus.MenuconfigWithoutPrompt;
import kconfigls.rules.menus.StatementNotAllowedInChoice;
import kconfigls.rules.sources.DuplicateSource;
import kconfigls.rules.sources.MissingSourceFile;
import kconfigls.rules.sources.RecursiveSource;
import kconfigls.rules.sources.UnresolvedSourcePath;
import kconfigls.rules.style.HelpDedent;
import kconfigls.rules.style.HelpSwallowsStatement;
import kconfigls.rules.symbols.OutOfReachSymbol;
import kconfigls.rules.symbols.UndefinedSymbol;
import kconfigls.rules.symbols.UppercaseConstant;
import kconfigls.rules.syntax.AttributeNotAllowed;
import kconfigls.rules.syntax.BadOperator;
import kconfigls.rules.syntax.BrokenContinuation;
import kconfigls.rules.syntax.ChainedComparison;
import kconfigls.rules.syntax.ComparisonOfExpression;
import kconfigls.rules.syntax.DependsWithoutOn;
import kconfigls.rules.syntax.EndInOtherFile;
import kconfigls.rules.syntax.ExtensionKeyword;
import kconfigls.rules.syntax.IneffectiveEscape;
import kconfigls.rules.syntax.InvalidEncoding;
import kconfigls.rules.syntax.InvalidStatement;
import kconfigls.rules.syntax.KeywordTooNew;
import kconfigls.rules.syntax.LineEndings;
import kconfigls.rules.syntax.MismatchedEnd;
import kconfigls.rules.syntax.MisplacedMainmenu;
import kconfigls.rules.syntax.MissingFinalNewline;
import kconfigls.rules.syntax.MixedAndOr;
import kconfigls.rules.syntax.NegatedComparison;
import kconfigls.rules.syntax.RemovedKeyword;
import kconfigls.rules.syntax.ReservedWordAsName;
import kconfigls.rules.syntax.UnclosedBlock;
import kconfigls.rules.syntax.UnknownStatement;
import kconfigls.rules.syntax.UnquotedPrompt;
import kconfigls.rules.syntax.UnquotedSource;
import kconfigls.rules.syntax.UnsupportedCharacter;
import kconfigls.rules.syntax.UnterminatedString;
import kconfigls.rules.syntax.VisibleWithoutIf;
import kconfigls.rules.types.ModulesRedefined;
import kconfigls.rules.types.SymbolWithoutType;
import kconfigls.rules.types.TransitionalWithProperty;
import kconfigls.rules.types.TypeRedefinition;

/** The list of all rules. */
public final class Rules {
  private Rules() {}

  /** All rules, by category. */
  public static List<Rule> all() {
    return Stream.of(syntax(), semantics(), menus(), macros(), files())
        .flatMap(List::stream)
        .toList();
  }

  /** What is wrong with the text itself. */
  private static List<Rule> syntax() {
    return List.of(
        new AttributeNotAllowed(),
        new BadOperator(),
        new BrokenContinuation(),
        new ChainedComparison(),
        new ComparisonOfExpression(),
        new DependsWithoutOn(),
        new EndInOtherFile(),
        new ExtensionKeyword(),
        new IneffectiveEscape(),
        new InvalidEncoding(),
        new InvalidStatement(),
        new KeywordTooNew(),
        new LineEndings(),
        new MismatchedEnd(),
        new MisplacedMainmenu(),
        new MissingFinalNewline(),
        new MixedAndOr(),
        new NegatedComparison(),
        new RemovedKeyword(),
        new ReservedWordAsName(),
        new UnclosedBlock(),
        new UnknownStatement(),
        new UnquotedPrompt(),
        new UnquotedSource(),
        new UnsupportedCharacter(),
        new UnterminatedString(),
        new VisibleWithoutIf());
  }

  /** Symbols, types and dependencies. */
  private static List<Rule> semantics() {
    return List.of(
        new OutOfReachSymbol(),
        new UndefinedSymbol(),
        new UppercaseConstant(),
        new ModulesRedefined(),
        new SymbolWithoutType(),
        new TransitionalWithProperty(),
        new TypeRedefinition(),
        new ContradictoryDependency(),
        new DuplicateDependency(),
        new RecursiveDependency(),
        new SelectUndefined(),
        new SelfDependency());
  }

  /** Menus and choices. */
  private static List<Rule> menus() {
    return List.of(
        new ChoiceDefaultNotMember(),
        new ChoiceEmpty(),
        new ChoiceLegacyFeature(),
        new ChoiceMemberDefault(),
        new ChoiceMemberType(),
        new ChoiceMemberWithoutPrompt(),
        new ChoiceNameAsSymbol(),
        new ChoiceWithoutPrompt(),
        new ConfigdefaultAttribute(),
        new MenuconfigWithoutPrompt(),
        new StatementNotAllowedInChoice());
  }

  /** Sourced files and style. */
  private static List<Rule> files() {
    return List.of(
        new DuplicateSource(),
        new MissingSourceFile(),
        new RecursiveSource(),
        new UnresolvedSourcePath(),
        new HelpDedent(),
        new HelpSwallowsStatement());
  }

  /** Variables and functions. */
  private static List<Rule> macros() {
    return List.of(
        new AssignmentInEntry(),
        new AssignmentLiteralText(),
        new BlankInMacroArgument(),
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

  /** The rule of an id. */
  public static Optional<Rule> byId(String id) {
    return all().stream().filter(rule -> rule.info().id().equals(id)).findFirst();
  }
}
