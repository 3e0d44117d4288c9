package kconfigls.rules.syntax;

import java.util.List;
import java.util.Locale;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.text.EditDistance;

/** Reports lines that begin with a word that is neither a keyword nor assigned to. */
public final class UnknownStatement implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "unknown-statement",
          Severity.ERROR,
          "a statement begins with a word that is no keyword");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(
        file,
        sink,
        ProblemKind.UNKNOWN_STATEMENT,
        (edits, range) ->
            KEYWORDS.stream()
                .filter(keyword -> isNear(range.of(file.text()), keyword))
                .map(
                    keyword -> Fix.unsafe("Write `" + keyword + "`", edits.replace(range, keyword)))
                .toList());
  }

  private static final List<String> KEYWORDS =
      List.of(
          "bool",
          "choice",
          "comment",
          "config",
          "default",
          "def_bool",
          "def_tristate",
          "depends",
          "endchoice",
          "endif",
          "endmenu",
          "help",
          "hex",
          "if",
          "imply",
          "int",
          "mainmenu",
          "menu",
          "menuconfig",
          "prompt",
          "range",
          "select",
          "source",
          "string",
          "tristate",
          "visible");

  private static boolean isNear(String word, String keyword) {
    int most = keyword.length() / 4;
    return EditDistance.of(word.toLowerCase(Locale.ROOT), keyword, most) <= most;
  }
}
