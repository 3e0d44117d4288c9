package kconfigls.vfs;

import static org.assertj.core.api.Assertions.assertThat;

import kconfigls.vfs.Glob.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What patterns of paths match; tests/trees/fuzz_globs.py asks the original programs. */
final class GlobTest {
  /** How many instructions one character of a pattern may be. */
  private static final int PER_CHARACTER = 4;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "C, *, a, true",
        "C, *, .a, false",
        "C, .*, .a, true",
        "C, *, a/b, false",
        "C, */Kconfig, a/Kconfig, true",
        "C, */Kconfig, .a/Kconfig, false",
        "C, [!a]x, .x, false",
        "C, [.]x, .x, false",
        "C, ?, é, false",
        "C, ??, é, true",
        "PYTHON, ?, é, true",
        "C, [!], [!], true",
        "C, [1-, [1-, false",
        "PYTHON, [1-, [1-, true",
        "C, [, [, true",
        "C, []a], ], true",
        "C, [!]a], a, false",
        "C, [z-a], m, false",
        "C, [!z-a], m, true",
        "C, [a-], -, true",
        "C, [a-c-e], d, false",
        "C, [^a], b, true",
        "PYTHON, [^a], b, false",
        "C, [[:alpha:]1], x, true",
        "C, [[:alpha:]1], 2, false",
        "PYTHON, [[:alpha:]], :], true",
        "C, [[:foo:]], f, false",
        "C, [![:foo:]], f, false",
        "C, \\*, *, true",
        "C, \\*, a, false",
        "PYTHON, \\*, \\a, true",
        "C, [a/b], a, false",
        "C, **/x, a/b/x, false",
        "PYTHON, **, a, true",
        "GITIGNORE, **/x, a/b/x, true",
        "GITIGNORE, **/x, x, true",
        "GITIGNORE, a/**/x, a/x, true",
        "GITIGNORE, a/**, a/b/c, true",
        "GITIGNORE, a/**, a, false",
        "GITIGNORE, *, .a, true",
        "GITIGNORE, a**b, a/b, false",
        "GITIGNORE, [a, [a, false",
        "SETTINGS, Kconfig*, a/b/Kconfig.x, true",
        "SETTINGS, drivers, drivers/a/Kconfig, true",
        "SETTINGS, drivers/, a/drivers/Kconfig, true",
        "SETTINGS, /drivers/*, a/drivers/x, false",
        "SETTINGS, a/**/x, a/b/c/x, true",
        "SETTINGS, [z-a]*, m, false",
      })
  void matches(Syntax syntax, String pattern, String path, boolean expected) {
    assertThat(Glob.of(pattern, syntax).matches(path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void anyTextIsAPattern(Syntax syntax) {
    String[] pieces = {"[", "!", "]", "a", "-", "{", ",", "}", "\\", "*", "[:", ":]", "..", "/"};
    for (String a : pieces) {
      for (String b : pieces) {
        for (String c : pieces) {
          Glob.of(a + b + c, syntax).matches("a/[!]-{a}");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMatchTakesTimeInProportion(Syntax syntax) {
    String pattern = "*a".repeat(1_000) + "b";
    String name = "a".repeat(1_000);
    Automaton.Run run = Glob.of(pattern, syntax).run(name);
    assertThat(run.isAccepted()).isFalse();
    assertThat(run.steps())
        .isLessThan((long) PER_CHARACTER * pattern.length() * (name.length() + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a,", "{", "{a,b}", "{{a,b},", "{1..999999999999999999}", "[a-z],{"})
  void bracesCostNoMoreThanTheirLength(String piece) {
    for (int count : new int[] {1, 50, 500}) {
      String pattern = piece.repeat(Math.min(count, Glob.MOST_CHARACTERS / piece.length()));
      Automaton.Run run = Glob.of(pattern, Syntax.EDITORCONFIG).run("a".repeat(100));
      assertThat(run.steps()).isLessThan(400L * pattern.length() * 101);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1..9, 5, true",
    "1..9, 0, false",
    "1..9, 10, false",
    "0..0, 0, true",
    "9..1, 5, false",
    "98..1203, 98, true",
    "98..1203, 1203, true",
    "98..1203, 1204, false",
    "98..1203, 97, false",
    "98..1203, 0100, false",
    "98..1203, +100, true",
    "-12..3, -12, true",
    "-12..3, -13, false",
    "-12..3, 3, true",
    "-12..-3, -2, false",
    "-12..-3, -5, true",
    "-12..-3, 5, false"
  })
  void numbersAreBetweenTwo(String range, String number, boolean expected) {
    Glob glob = Glob.of("{" + range + "}", Syntax.EDITORCONFIG);
    assertThat(glob.matches(number)).isEqualTo(expected);
  }

  @Test
  void everyNumberOfARangeMatchesAndNoOther() {
    for (int low = -30; low < 130; low += 7) {
      for (int high = low; high < 260; high += 13) {
        Glob glob = Glob.of("{" + low + ".." + high + "}", Syntax.EDITORCONFIG);
        for (int number = -40; number < 300; number++) {
          boolean within = low <= number && number <= high;
          assertThat(glob.matches(String.valueOf(number)))
              .as("%d in %s", number, glob)
              .isEqualTo(within);
        }
      }
    }
  }

  @Test
  void aPatternLongerThanAnyPathMatchesNothing() {
    String most = "a".repeat(Glob.MOST_CHARACTERS);
    assertThat(Glob.of(most, Syntax.C).matches(most)).isTrue();
    assertThat(Glob.of(most + "*", Syntax.C).matches(most)).isFalse();
  }
}
