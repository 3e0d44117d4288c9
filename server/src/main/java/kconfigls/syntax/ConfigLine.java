package kconfigls.syntax;

import kconfigls.text.TextRange;

/**
 * A line of a configuration file, as any dialect may write it. Which lines count is the dialect's
 * matter: {@code foo=1} is an assignment here even where names begin with {@code CONFIG_}.
 *
 * <p>All offsets are those of the file. Lines hold offsets instead of ranges because a file may
 * have millions of them.
 */
public sealed interface ConfigLine {
  /** Where the line begins. */
  int start();

  /** Where the line ends, before its CR LF or LF. */
  int end();

  default TextRange range() {
    return new TextRange(start(), end());
  }

  /** Nothing but blanks. */
  record Blank(int start, int end) implements ConfigLine {}

  /**
   * A comment.
   *
   * @param mark where its {@code #} stands
   */
  record Comment(int start, int mark, int end) implements ConfigLine {}

  /**
   * {@code CONFIG_A=value}, not indented; nothing needs to stand before or after the {@code =}.
   *
   * @param equals where the first {@code =} of the line stands
   */
  record Assignment(int start, int equals, int end) implements ConfigLine {
    /** All that stands before the {@code =}. */
    public TextRange name() {
      return new TextRange(start, equals);
    }

    /** All that stands after the {@code =}, quotes and blanks included. */
    public TextRange value() {
      return new TextRange(equals + 1, end);
    }
  }

  /**
   * {@code # CONFIG_A is not set}, not indented. Any character may stand in the place of the blank
   * after the {@code #}, and any text may follow.
   *
   * @param tail where the text that follows begins
   */
  record NotSet(int start, int tail, int end) implements ConfigLine {
    private static final int MARK = "# ".length();
    private static final int WORDS = " is not set".length();

    public TextRange name() {
      return new TextRange(start + MARK, tail - WORDS);
    }
  }

  /**
   * {@code #include <path>} or {@code #include "path"}, not indented; a comment in most dialects.
   *
   * @param open where the {@code <} or the quote stands
   * @param close where its counterpart stands
   */
  record Include(int start, int open, int close, int end) implements ConfigLine {
    public TextRange path() {
      return new TextRange(open + 1, close);
    }
  }

  /** Anything else, such as an assignment that is indented. */
  record Other(int start, int end) implements ConfigLine {}
}
