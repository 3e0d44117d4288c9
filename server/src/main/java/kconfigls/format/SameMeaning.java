package kconfigls.format;

import java.util.ArrayList;
import java.util.List;
import kconfigls.outline.OutlineBuilder;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Reading;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Token;
import kconfigls.syntax.TreeWalk;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;

/** Whether a text means what another does: the proof that a change touched blanks only. */
final class SameMeaning {
  private SameMeaning() {}

  static boolean of(SyntaxTree before, SourceText after, Reading reading) {
    if (before.source().text().equals(after.text())) {
      return true;
    }
    SyntaxTree tree = KconfigParser.parse(after, reading);
    return words(before.source()).equals(words(after))
        && helps(before).equals(helps(tree))
        && problems(before).equals(problems(tree))
        && OutlineBuilder.build(before).outline().equals(OutlineBuilder.build(tree).outline());
  }

  /** All that is not blank; the lines of help are compared as the program shows them. */
  private static List<String> words(SourceText source) {
    List<String> words = new ArrayList<>();
    for (Token token : KconfigParser.tokens(source)) {
      boolean blank =
          switch (token.kind()) {
            case BLANK, NEWLINE, HELP_TEXT -> true;
            default -> false;
          };
      if (!blank) {
        words.add(token.range().of(source.text()).stripTrailing());
      }
    }
    return words;
  }

  private static List<String> helps(SyntaxTree tree) {
    List<String> texts = new ArrayList<>();
    for (Attribute attribute : TreeWalk.attributes(tree)) {
      if (attribute instanceof Attribute.Help help) {
        texts.add(help.text());
      }
    }
    return texts;
  }

  private static List<ProblemKind> problems(SyntaxTree tree) {
    return tree.problems().stream()
        .map(SyntaxProblem::kind)
        .filter(kind -> kind != ProblemKind.MISSING_FINAL_NEWLINE)
        .filter(kind -> kind != ProblemKind.CARRIAGE_RETURN)
        .toList();
  }
}
