package kconfigls.rules.syntax;

import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.AssignmentOperators;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;
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
        ProblemKind.UNSUPPORTED_CHARACTER);
    if (!file.has(Feature.DOTTED_WORDS)) {
      file.expressions()
          .forEach(node -> TreeWalk.expression(node, part -> dotted(file, sink, part)));
    }
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
        sink.report(Draft.of(new Place(file.path(), range), message));
        return;
      }
    }
  }
}
