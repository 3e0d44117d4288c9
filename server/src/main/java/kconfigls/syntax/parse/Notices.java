package kconfigls.syntax.parse;

import java.util.List;
import kconfigls.grammar.KconfigLexerBase.Notice;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Printable;

/** The lexer's notices as problems of the tree. */
final class Notices {
  private Notices() {}

  static void addTo(List<SyntaxProblem> problems, List<Notice> notices, String text) {
    for (Notice notice : notices) {
      TextRange range = new TextRange(notice.start(), notice.end());
      switch (notice.kind()) {
        case UNSUPPORTED_CHARACTER -> problems.add(unsupported(range, text));
        case UNTERMINATED_STRING ->
            add(
                problems,
                ProblemKind.UNTERMINATED_STRING,
                range,
                "the string has no closing quote");
        case UNTERMINATED_MACRO ->
            add(problems, ProblemKind.UNTERMINATED_MACRO, range, "the macro has no closing ')'");
        case BROKEN_CONTINUATION ->
            add(problems, ProblemKind.BROKEN_CONTINUATION, range, brokenContinuation(range));
        case MISSING_FINAL_NEWLINE ->
            add(problems, ProblemKind.MISSING_FINAL_NEWLINE, range, "no newline at end of file");
        case CARRIAGE_RETURN ->
            add(problems, ProblemKind.CARRIAGE_RETURN, range, "lines end in CR LF instead of LF");
      }
    }
  }

  private static String brokenContinuation(TextRange range) {
    return range.length() > 1
        ? "blanks after the backslash: the line does not go on"
        : "nothing follows the backslash";
  }

  private static SyntaxProblem unsupported(TextRange range, String text) {
    char c = text.charAt(range.start());
    if (c == '\uFEFF' && range.start() == 0) {
      return new SyntaxProblem(
          ProblemKind.BYTE_ORDER_MARK, range, "the file begins with a byte order mark");
    }
    if (c == 0) {
      return new SyntaxProblem(ProblemKind.NUL_CHARACTER, range, "the file holds a NUL character");
    }
    String shown = Printable.line(String.valueOf(c));
    return new SyntaxProblem(
        ProblemKind.UNSUPPORTED_CHARACTER,
        range,
        "unsupported character '" + shown + "' is ignored");
  }

  private static void add(
      List<SyntaxProblem> problems, ProblemKind kind, TextRange range, String message) {
    problems.add(new SyntaxProblem(kind, range, message));
  }
}
