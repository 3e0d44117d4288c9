package kconfigls.syntax.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kconfigls.grammar.KconfigLexer;
import kconfigls.grammar.KconfigLines;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Token;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.SourceText;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.junit.jupiter.api.Test;

final class KconfigParserTest {
  private static final Path SAMPLE = Path.of("../tests/sample");

  private static SyntaxTree parse(String text) {
    return KconfigParser.parse(SourceText.of(text));
  }

  private static List<String> sampleTexts() throws IOException {
    String trees = System.getProperty("kconfigls.trees", "");
    Path folder = trees.isEmpty() ? SAMPLE : Path.of(trees);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches("Kconfig[^.]*|Config\\.in"))
          .map(KconfigParserTest::text)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return SourceText.of(Files.readAllBytes(file)).text();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String concatenated(String text) {
    StringBuilder out = new StringBuilder();
    for (Token token : KconfigParser.tokens(SourceText.of(text))) {
      assertThat(token.range().start()).isEqualTo(out.length());
      out.append(token.range().of(text));
    }
    return out.toString();
  }

  @Test
  void tokensConcatenateToTheText() throws IOException {
    for (String text : sampleTexts()) {
      assertThat(concatenated(text)).isEqualTo(text);
    }
    for (String text :
        List.of("", "\n", "\\\n", "\uFEFFconfig A\r\n", "help\n", "a $(b", "x \"y")) {
      assertThat(concatenated(text)).isEqualTo(text);
    }
  }

  @Test
  void mutationsNeitherThrowNorLoseText() throws IOException {
    List<String> texts = sampleTexts();
    Random random = new Random(1);
    int runs = System.getProperty("kconfigls.trees", "").isEmpty() ? 2_000 : 20_000;
    for (int i = 0; i < runs; i++) {
      String mutant = mutate(texts.get(random.nextInt(texts.size())), random);
      SyntaxTree tree = parse(mutant);
      assertThat(tree.source().text()).isSameAs(mutant);
      if (i % 10 == 0) {
        assertThat(concatenated(mutant)).isEqualTo(mutant);
      }
    }
  }

  private static String mutate(String text, Random random) {
    List<String> lines = new java.util.ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
    for (int n = random.nextInt(4); n >= 0 && !lines.isEmpty(); n--) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      switch (random.nextInt(5)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
        case 2 -> lines.set(at, lines.set(random.nextInt(lines.size()), line));
        case 3 -> {
          int cut = random.nextInt(line.length() + 1);
          char c = (char) random.nextInt(0x250);
          lines.set(at, line.substring(0, cut) + c + line.substring(cut));
        }
        default -> lines.add(at, lines.get(random.nextInt(lines.size())));
      }
    }
    return String.join("", lines);
  }

  @Test
  void noDecisionNeedsPrediction() throws IOException {
    for (String text : sampleTexts()) {
      KconfigLexer lexer = KconfigParser.lexer(text);
      LineTokens tokens = new LineTokens(lexer);
      KconfigLines parser = new KconfigLines(tokens);
      parser.setProfile(true);
      KconfigParser.parse(SourceText.of(text), lexer, tokens, parser);
      for (DecisionInfo decision : parser.getParseInfo().getDecisionInfo()) {
        assertThat(decision.invocations).isZero();
        assertThat(decision.LL_Fallback).isZero();
      }
    }
  }

  @Test
  void deepAndLongInputIsBounded() {
    String parens = "config A\n\tdef_bool " + "(".repeat(10_000) + "B" + ")".repeat(10_000) + "\n";
    assertThat(parse(parens).problems()).hasSize(1);
    String blocks = "if A\n".repeat(10_000) + "config B\n\tbool\n" + "endif\n".repeat(10_000);
    assertThat(parse(blocks).problems()).hasSize(9_800);
    String bangs = "config A\n\tdef_bool " + "!".repeat(10_000) + "B\n";
    assertThat(parse(bangs).problems()).isEmpty();
    String operands = "config A\n\tdef_bool B" + " && B".repeat(100_000) + "\n";
    assertThat(parse(operands).problems()).isEmpty();
    String line = "config A\n\tbool \"" + "x".repeat(10 << 20) + "\"\n";
    assertThat(parse(line).problems()).isEmpty();
  }

  @Test
  void anErrorStaysInItsLine() {
    StringBuilder text = new StringBuilder();
    String[] errors = {
      "confg X",
      "\tbool \"a\" default y",
      "\tdepends on == y",
      "\t)(",
      "\tselect",
      "config",
      "\trange 1",
      "endif"
    };
    for (int i = 0; i < errors.length; i++) {
      text.append("config S").append(i).append("\n\tbool \"s\"\n").append(errors[i]).append("\n");
    }
    SyntaxTree tree = parse(text.toString());
    long entries =
        tree.statements().stream()
            .filter(s -> s instanceof Statement.Entry entry && entry.name() != null)
            .count();
    assertThat(entries).isEqualTo(errors.length);
    assertThat(tree.problems()).hasSize(errors.length);
  }

  @Test
  void helpTextEndsAsTheScannerOfConfEndsIt() {
    SyntaxTree tree =
        parse("config A\n\tbool\n\thelp\n\n\t  one\n\t\ttwo\n\n\t  three \nconfig B\n\tbool\n");
    Attribute.Help help =
        (Attribute.Help)
            TreeWalk.attributes(tree).stream()
                .filter(Attribute.Help.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(help.text()).isEqualTo("\none\n      two\n\nthree");
    assertThat(tree.statements()).hasSize(2);
    SyntaxTree swallowed = parse("config A\n\tbool\n\thelp\nconfig B\n\tbool\n");
    assertThat(swallowed.statements()).hasSize(1);
    SyntaxTree empty = parse("config A\n\tbool\n\thelp\n\nconfig B\n\tbool\n");
    assertThat(empty.statements()).hasSize(2);
  }

  @Test
  void carriageReturnsAndMissingNewlinesAreNoticed() {
    SyntaxTree tree = parse("config A\r\n\tbool \"a\"\r\n\tdefault y");
    assertThat(tree.problems())
        .extracting(problem -> problem.kind())
        .containsExactly(ProblemKind.CARRIAGE_RETURN, ProblemKind.MISSING_FINAL_NEWLINE);
  }
}
