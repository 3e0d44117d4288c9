package kconfigls.rules.syntax;

import java.util.List;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.AssignmentOperators;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;

/** Reports characters outside the alphabet of the language: the language page, A.1. */
public final class UnsupportedCharacter implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "unsupported-character",
          Severity.WARNING,
          "a character that the scanner ignores");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Set<Integer> told = AssignmentOperators.foreign(file);
    Problems.report(
        file,
        draft -> {
          if (!told.contains(draft.place().range().start())) {
            sink.report(draft);
          }
        },
        ProblemKind.UNSUPPORTED_CHARACTER,
        (edits, range) -> List.of(fix(edits, file.text(), range)));
    if (!file.has(Feature.DOTTED_WORDS)) {
      file.expressionNodes().forEach(node -> dotted(file, sink, node));
    }
  }

  /** What separated two words goes on to do so. */
  private static Fix fix(Edits edits, String text, TextRange range) {
    String instead =
        switch (text.charAt(range.start())) {
          case '\u201c', '\u201d', '\u201e' -> "\"";
          case '\u2018', '\u2019' -> "'";
          default -> "";
        };
    if (!instead.isEmpty()) {
      return Fix.unsafe("Write `" + instead + "`", edits.replace(range, instead));
    }
    boolean separates =
        range.start() > 0
            && range.end() < text.length()
            && Character.isLetterOrDigit(text.charAt(range.start() - 1))
            && Character.isLetterOrDigit(text.charAt(range.end()));
    return Fix.safe("Delete the character", edits.replace(range, separates ? " " : ""));
  }

  private static void dotted(CheckedFile file, FindingSink sink, ExprNode node) {
    if (!(node instanceof Term term) || term.isQuoted() || term.hasMacro()) {
      return;
    }
    for (int i = 0; i < term.raw().length(); i++) {
      char c = term.raw().charAt(i);
      if (c == '.' || c == '/') {
        TextRange range = new TextRange(term.range().start() + i, term.range().start() + i + 1);
        String message = "'" + c + "' cannot be part of a word: quote the text";
        sink.report(
            Draft.of(new Place(file.path(), range), message)
                .fix(
                    () -> List.of(Fix.safe("Quote the text", Edits.in(file).quote(term.range())))));
        return;
      }
    }
  }
}
