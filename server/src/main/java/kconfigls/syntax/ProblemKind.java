package kconfigls.syntax;

/** What can be wrong with the text of a file; each kind is reported by the rule of that name. */
public enum ProblemKind {
  /** The only one of its file, which is not read. */
  BINARY_FILE,
  UNKNOWN_STATEMENT,
  INVALID_STATEMENT,
  BAD_OPERATOR,
  CHAINED_COMPARISON,
  COMPARISON_OF_EXPRESSION,
  UNSUPPORTED_CHARACTER,
  UNTERMINATED_STRING,
  UNTERMINATED_MACRO,
  UNCLOSED_BLOCK,
  MISMATCHED_END,
  BROKEN_CONTINUATION,
  CARRIAGE_RETURN,
  BYTE_ORDER_MARK,
  NUL_CHARACTER,
  MISSING_FINAL_NEWLINE;

  /** Whether the statement is not understood; the others are read over. */
  public boolean isError() {
    return switch (this) {
      case BINARY_FILE,
          UNKNOWN_STATEMENT,
          INVALID_STATEMENT,
          BAD_OPERATOR,
          CHAINED_COMPARISON,
          COMPARISON_OF_EXPRESSION,
          UNTERMINATED_STRING,
          UNTERMINATED_MACRO,
          UNCLOSED_BLOCK,
          MISMATCHED_END,
          BROKEN_CONTINUATION,
          NUL_CHARACTER ->
          true;
      case UNSUPPORTED_CHARACTER, CARRIAGE_RETURN, BYTE_ORDER_MARK, MISSING_FINAL_NEWLINE -> false;
    };
  }
}
