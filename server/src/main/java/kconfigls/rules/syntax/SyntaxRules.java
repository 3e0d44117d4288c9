package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with the text itself. */
public final class SyntaxRules {
  private SyntaxRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new AttributeNotAllowed(),
        new BadOperator(),
        new BinaryFile(),
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
}
