package kconfigls.syntax.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kconfigls.grammar.KconfigLexer;
import kconfigls.grammar.KconfigLines;
import kconfigls.outline.OutlineBuilder;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Token;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.SourceText;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser promises of any text: it ends, soon, and an error stays in its line. */
@Timeout(60)
final class ParserBoundsTest {
  private static final double SOON_SECONDS = 2;
  private static final int TEN_MEGABYTES = 10 << 20;

  /** Every kind of line of the grammar at least once. */
  private static final String ALL_LINES =
      """
      mainmenu "Title"
      V := $(shell,echo "a, b")
      V += more # not a comment
      W =
      $(V)
      source "a/Kconfig"
      osource "b/*.kconfig"
      menu "Menu"
      \tvisible if A && !(B || C != "x")
      \tdepends on A
      config A
      \tbool "A $(V)" if B
      \tdefault y if C = 3 || D <= 0x10
      \tdef_tristate m
      \tselect B if !C
      \timply D
      \trange 1 $(V) if A > 2
      \toption env="X"
      \tmodules
      \treset
      \tset B=y if A
      \tset default C="x"
      \twarning "careful" if A
      \tprompt "again"
      \tdepends on (A || \\
      \t\tB) if C
      \thelp
      \t  Text.

      \t  More text.
      menuconfig B
      \ttristate
      choice NAME
      \toptional
      config C
      endchoice
      configdefault D
      \tdefault 1
      comment "note"
      if A
      endif
      endmenu
      "stray"
      unknown line && so on
      """;

  private static SyntaxTree parse(String text) {
    return KconfigParser.parse(SourceText.of(text));
  }

  /** Processor time is measured, so that other work on the machine does not count. */
  private static <T> T soon(Supplier<T> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    T result = work.get();
    long after = threads.getCurrentThreadCpuTime();
    assertThat((after - before) / 1e9).as("seconds").isLessThan(SOON_SECONDS);
    return result;
  }

  private static String joined(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    for (Token token : KconfigParser.tokens(SourceText.of(text))) {
      joined.append(token.range().of(text));
    }
    return joined.toString();
  }

  private static Set<String> symbols(String text) {
    Set<String> names = new LinkedHashSet<>();
    TreeWalk.statements(
        parse(text).statements(),
        statement -> {
          if (statement instanceof Statement.Entry entry && entry.name() != null) {
            names.add(entry.name().raw());
          }
        });
    return names;
  }

  @Test
  void tokensAreLossless() {
    assertThat(joined(ALL_LINES)).isEqualTo(ALL_LINES);
    String windows = ALL_LINES.replace("\n", "\r\n");
    assertThat(joined(windows)).isEqualTo(windows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\r",
        "\\",
        "\\\n",
        "help",
        "config A\n\thelp\n\n",
        "config A\n\thelp\r\n\ttext\r\n",
        "A =",
        "A = \\\nB",
        "\uFEFFconfig A\n",
        "config A\0B\n",
        "\"a\\\nb\"",
        "$(a",
        "depends on ${a",
        "source a#b",
        "\ud83d\ude00 config",
        "\ud83d"
      })
  void oddTextsAreLossless(String text) {
    assertThat(joined(text)).isEqualTo(text);
    OutlineBuilder.build(parse(text));
  }

  /** {@code adaptivePredict} is the slow path: each decision must need one token only. */
  @Test
  void nothingIsPredicted() {
    KconfigLexer lexer = KconfigParser.lexer(ALL_LINES);
    LineTokens tokens = new LineTokens(lexer);
    KconfigLines parser = new KconfigLines(tokens);
    parser.setProfile(true);
    SyntaxTree tree = KconfigParser.parse(SourceText.of(ALL_LINES), lexer, tokens, parser);
    assertThat(tree.statements()).hasSizeGreaterThan(8);
    List<String> predicted =
        Arrays.stream(parser.getParseInfo().getDecisionInfo())
            .filter(decision -> decision.invocations > 0)
            .map(DecisionInfo::toString)
            .toList();
    assertThat(predicted).isEmpty();
  }

  @Test
  void tenThousandParentheses() {
    String text =
        "config A\n\tdepends on "
            + "(".repeat(10_000)
            + "B"
            + ")".repeat(10_000)
            + "\nconfig C\n\tdepends on "
            + "!".repeat(10_000)
            + "D\n";
    SyntaxTree tree = soon(() -> parse(text));
    assertThat(tree.problems()).isNotEmpty();
    assertThat(symbols(text)).containsExactly("A", "C");
    OutlineBuilder.build(tree);
    TreeWalk.attributes(tree).stream()
        .flatMap(attribute -> TreeWalk.expressions(attribute).stream())
        .forEach(node -> TreeWalk.expression(node, inner -> {}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"if A|endif", "menu \"m\"\n\tdepends on A|endmenu", "choice|endchoice"})
  void tenThousandBlocks(String block) {
    String open = block.substring(0, block.indexOf('|')) + "\n";
    String close = block.substring(block.indexOf('|') + 1) + "\n";
    String text =
        open.repeat(10_000) + "config B\n\tbool\n" + close.repeat(10_000) + "config C\n\tbool\n";
    SyntaxTree tree = soon(() -> parse(text));
    assertThat(tree.problems())
        .hasSize(9_800)
        .allMatch(problem -> problem.kind() == ProblemKind.INVALID_STATEMENT);
    assertThat(tree.statements()).hasSize(2);
    assertThat(symbols(text)).containsExactly("B", "C");
    OutlineBuilder.build(tree);
  }

  @Test
  void twoHundredBlocksAreFine() {
    String text = "if A\n".repeat(200) + "endif\n".repeat(200);
    assertThat(parse(text).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config A\n\tdepends on B && |",
        "config A\n\tdefault \"x|",
        "config A\n\tdefault $(|",
        "config A\n\tbool # |",
        "V = |",
        "config |",
        "%|",
        "a b |",
        "config A\n\thelp\n\t  |"
      })
  void aLineOfTenMegabytes(String start) {
    String head = start.substring(0, start.length() - 1);
    String text = head + "B".repeat(TEN_MEGABYTES) + "\nconfig LAST\n\tbool\n";
    soon(() -> OutlineBuilder.build(parse(text)));
    assertThat(symbols(text)).contains("LAST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "(", "\\ ", "$(", "\"", "\" ", "|| ", "B && ", " ", "$(a", "\\\n"})
  void aLineOfManyOddPieces(String piece) {
    String line = piece.repeat(1 << 14); // with more unsupported characters it is no Kconfig
    String text = "config A\n\tdepends on " + line + "\nconfig LAST\n\tbool\n";
    soon(() -> OutlineBuilder.build(parse(text)));
    assertThat(symbols(text)).contains("A", "LAST");
  }

  @Test
  void aFileOfTenMegabytes() {
    String entry =
        "config A\n\tbool \"A\"\n\tdepends on B && C\n\thelp\n\t  Text of some length.\n\n";
    String text = entry.repeat(TEN_MEGABYTES / entry.length() + 1);
    SyntaxTree tree = soon(() -> parse(text));
    assertThat(tree.problems()).isEmpty();
    assertThat(tree.statements()).hasSize(TEN_MEGABYTES / entry.length() + 1);
  }

  @Test
  void anErrorStaysInItsLine() {
    List<String> errors =
        List.of(
            "\tdepends on A &&",
            "\tdepends on (A",
            "\tbool \"open",
            "\tdefault $(open",
            "\tselect",
            "bogus line here",
            "\trange 1",
            "|| && )");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < errors.size(); i++) {
      text.append("config BEFORE" + i + "\n\tbool \"x\"\n" + errors.get(i) + "\n");
      text.append("\tdepends on B\n\nconfig AFTER" + i + "\n\tbool \"x\"\n");
    }
    assertThat(symbols(text.toString())).hasSize(2 * errors.size());
    SourceText source = SourceText.of(text.toString());
    Set<Integer> lines =
        KconfigParser.parse(source).problems().stream()
            .map(problem -> source.lines().lineOf(problem.range().start()) % 7)
            .collect(Collectors.toSet());
    assertThat(lines).containsExactly(2);
  }
}
