package kconfigls.syntax.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kconfigls.syntax.ConfigLine;
import kconfigls.syntax.ConfigTree;
import kconfigls.syntax.RenameTree;
import kconfigls.syntax.Token;
import kconfigls.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigParserTest {
  /** Every kind of line at least once. */
  private static final String ALL_LINES =
      """
      # a comment

      CONFIG_A=y
      CONFIG_B="text = # \\" more
      CONFIG_C =
      =
      # CONFIG_D is not set
      #!CONFIG_E is not set, or so
      #CONFIG_F is not set
      #include <configs/base.config>
      # include "beside.config" // rest
      #include nothing
       CONFIG_G=y
      \t# indented
      \t
      stray
      stray # with a mark
      """;

  private static ConfigTree parse(String text) {
    return ConfigParser.parse(SourceText.of(text));
  }

  private static String kinds(String text) {
    StringBuilder out = new StringBuilder();
    for (ConfigLine line : parse(text).lines()) {
      String shown =
          switch (line) {
            case ConfigLine.Assignment a -> a.name().of(text) + "|" + a.value().of(text);
            case ConfigLine.NotSet n -> n.name().of(text) + "|" + text.substring(n.tail(), n.end());
            case ConfigLine.Include i -> i.path().of(text);
            case ConfigLine.Comment c -> text.substring(c.mark(), c.end());
            case ConfigLine.Blank b -> "";
            case ConfigLine.Other o -> o.range().of(text);
          };
      out.append(line.getClass().getSimpleName()).append(' ').append(shown).append('\n');
    }
    return out.toString();
  }

  private static void assertLossless(String text) {
    StringBuilder joined = new StringBuilder();
    for (Token token : ConfigParser.tokens(SourceText.of(text))) {
      assertThat(token.range().start()).isEqualTo(joined.length());
      assertThat(token.range().isEmpty()).isFalse();
      joined.append(token.range().of(text));
    }
    assertThat(joined.toString()).isEqualTo(text);
    List<ConfigLine> lines = parse(text).lines();
    int next = 0;
    for (ConfigLine line : lines) {
      assertThat(line.start()).isEqualTo(next);
      int feed = text.indexOf('\n', next);
      next = feed < 0 ? text.length() : feed + 1;
      assertThat(text.substring(line.end(), next)).isIn("", "\n", "\r\n");
    }
    assertThat(next).isEqualTo(text.length());
  }

  @Test
  void linesAreTakenApart() {
    assertThat(kinds(ALL_LINES))
        .isEqualTo(
            """
            Comment # a comment
            Blank\s
            Assignment CONFIG_A|y
            Assignment CONFIG_B|"text = # \\" more
            Assignment CONFIG_C |
            Assignment |
            NotSet CONFIG_D|
            NotSet CONFIG_E|, or so
            NotSet ONFIG_F|
            Include configs/base.config
            Include beside.config
            Comment #include nothing
            Other  CONFIG_G=y
            Comment # indented
            Blank\s
            Other stray
            Other stray # with a mark
            """);
    assertThat(kinds(ALL_LINES.replace("\n", "\r\n"))).isEqualTo(kinds(ALL_LINES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\r",
        "\r\r\n",
        "=",
        "#",
        "A",
        "A=",
        "A=\r",
        "A\r=\r\r\n",
        "# is not set",
        "#  is not set",
        "# A is not set",
        "#include <",
        "#include \"\"",
        "\uFEFFCONFIG_A=y\n",
        "CONFIG_\0=\0\n",
        "\ud83d\ude00=\ud83d",
        "\ud83d",
        "é=\u2028\u0085\n"
      })
  void nothingIsLost(String text) {
    assertLossless(text);
    assertLossless(text + text);
    assertLossless(text + "\n" + text);
  }

  @Test
  void mutationsNeitherThrowNorLoseText() {
    Random random = new Random(1);
    List<String> lines = Arrays.asList(ALL_LINES.split("(?<=\n)"));
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        String line = lines.get(random.nextInt(lines.size()));
        int cut = random.nextInt(line.length() + 1);
        char c = (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000);
        text.append(line, 0, cut);
        switch (random.nextInt(3)) {
          case 0 -> text.append(c).append(line, cut, line.length());
          case 1 -> text.append("\r=# is not set".charAt(random.nextInt(14)));
          default -> text.append(line, cut, line.length());
        }
      }
      assertLossless(text.toString());
    }
  }

  @Test
  void aLineNeedsFewTokensHoweverLongItIs() {
    String longest = "x".repeat(10 << 20);
    for (String line :
        List.of(longest, "A=" + longest, longest + "=y", "#" + longest, " " + longest)) {
      assertThat(ConfigParser.tokens(SourceText.of(line + "\n"))).hasSizeLessThanOrEqualTo(4);
    }
    List<String> kinds = new ArrayList<>(Arrays.asList(ALL_LINES.split("(?<=\n)")));
    for (String line : kinds) {
      assertThat(ConfigParser.tokens(SourceText.of(line))).hasSizeLessThanOrEqualTo(5);
    }
    String many = "stray\n# A is not set\nA=y\n".repeat(500_000);
    assertThat(parse(many).lines()).hasSize(1_500_000);
  }

  @Test
  void renamesAreTakenApart() {
    String text =
        """
        # comment

        CONFIG_A CONFIG_B
        CONFIG_C\t!CONFIG_D rest
         CONFIG_E CONFIG_F
        CONFIG_G
        !CONFIG_H CONFIG_I
        CONFIG_J #CONFIG_K
        """;
    for (String each : List.of(text, text.replace("\n", "\r\n"), text.stripTrailing())) {
      RenameTree tree = RenameParser.parse(SourceText.of(each));
      assertThat(tree.renames())
          .extracting(
              rename ->
                  rename.oldName().of(each)
                      + (rename.isInverted() ? " ! " : " ")
                      + rename.newName().of(each))
          .containsExactly("CONFIG_A CONFIG_B", "CONFIG_C ! CONFIG_D");
      assertThat(tree.malformed())
          .extracting(range -> range.of(each).strip())
          .containsExactly(
              "CONFIG_E CONFIG_F", "CONFIG_G", "!CONFIG_H CONFIG_I", "CONFIG_J #CONFIG_K");
    }
  }

  @Test
  void mutatedRenamesDoNotThrow() {
    Random random = new Random(1);
    String alphabet = "CONFIG_A!# \t\r\n\0é\ud83d";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      RenameTree tree = RenameParser.parse(SourceText.of(text.toString()));
      assertThat(tree.malformed().stream().mapToInt(range -> range.length()).sum())
          .isLessThanOrEqualTo(text.length());
    }
  }
}
