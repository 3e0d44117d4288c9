package kconfigls.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kconfigls.dialect.Dialects;
import kconfigls.dialect.LayoutStyle;
import kconfigls.syntax.Reading;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts before and after, and what holds for all files of real trees. */
final class FormatterTest {
  private static final Path FOLDER = Path.of("src/test/resources/format");
  private static final String BEFORE = "#- before ";
  private static final String AFTER = "#- after\n";
  private static final List<String> STYLES =
      List.of("linux", "linux strict", "zephyr", "esp-idf", "buildroot", "busybox", "old-kconfig");
  private static final Pattern NAMES = Pattern.compile("Kconfig.*|Config.*\\.(in|src).*");
  private static final String TREES = System.getProperty("kconfigls.trees", "");

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    try (Stream<Path> paths = Files.list(FOLDER)) {
      List<Path> all = paths.sorted().toList();
      assertThat(all).hasSizeGreaterThan(8);
      return all.stream()
          .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }
  }

  /** {@code ·} stands for a blank at the end of a line, {@code ¶} for no newline at the end. */
  private static String unmarked(String text) {
    return text.replace('·', ' ').replace("¶\n", "").replace('␍', '\r');
  }

  private void check(Path path) throws IOException {
    String golden = Files.readString(path);
    assertThat(golden).startsWith(BEFORE);
    int head = golden.indexOf('\n') + 1;
    String dialect = golden.substring(BEFORE.length(), head).strip();
    int middle = golden.indexOf(AFTER);
    String before = unmarked(golden.substring(head, middle));
    String after = format(before, dialect);
    if (Boolean.getBoolean("kconfigls.golden.write")) {
      String marked = after.replace('\r', '␍').replace(" \n", "·\n");
      String end = marked.endsWith("\n") ? "" : "¶\n";
      Files.writeString(path, golden.substring(0, middle) + AFTER + marked + end);
    }
    assertThat(after).isEqualTo(unmarked(golden.substring(middle + AFTER.length())));
    assertThat(format(after, dialect)).as("formatted again").isEqualTo(after);
  }

  /**
   * The style of a dialect, with properties of an {@code .editorconfig} behind a semicolon; {@code
   * linux strict} stands for the kernel's style to the letter.
   */
  private static FormatOptions style(String head) {
    String[] parts = head.split("; ?");
    String dialect = parts[0].replace(" strict", "");
    LayoutStyle style = LayoutStyle.of(Dialects.byName(dialect).orElseThrow());
    String properties = "[*]\n" + (parts.length < 2 ? "" : parts[1].replace(", ", "\n"));
    return FormatOptions.of(dialect.equals(parts[0]) ? style : style.toTheLetter())
        .with(EditorConfig.parse(properties).of("Kconfig"));
  }

  private static String format(String text, String dialect) {
    SyntaxTree tree = KconfigParser.parse(SourceText.of(text));
    FormatOptions style = style(dialect);
    return tree.source().with(Formatter.format(tree, style, Reading.C)).text();
  }

  @Test
  void linesOfARangeOnly() {
    String text = "config A\n bool  \"a\"\nconfig B\n bool  \"b\"\n";
    SyntaxTree tree = KconfigParser.parse(SourceText.of(text));
    int at = text.indexOf("bool  \"b\"");
    List<TextEdit> edits =
        Formatter.format(tree, style("linux"), Reading.C, new TextRange(at, at + 2));
    assertThat(tree.source().with(edits).text())
        .isEqualTo("config A\n bool  \"a\"\nconfig B\n\tbool \"b\"\n");
  }

  @Test
  void filesOfRealTreesKeepTheirMeaning() throws IOException {
    if (TREES.isEmpty()) {
      System.out.println("FormatterTest: left out, -Dkconfigls.trees names no folder");
      return;
    }
    List<Path> files = kconfigFiles(Path.of(TREES));
    List<String> odd = new ArrayList<>();
    int changed = 0;
    for (Path path : files) {
      SourceText source = SourceText.of(Files.readAllBytes(path));
      for (String dialect : STYLES) {
        FormatOptions style = style(dialect);
        SyntaxTree tree = KconfigParser.parse(source);
        List<TextEdit> edits = Formatter.format(tree, style, Reading.C);
        SourceText after = source.with(edits);
        changed += edits.isEmpty() ? 0 : 1;
        if (!solid(source).equals(solid(after))) {
          odd.add(dialect + " changes more than blanks: " + path);
        }
        SyntaxTree again = KconfigParser.parse(after);
        if (!Formatter.format(again, style, Reading.C).isEmpty()) {
          odd.add(dialect + " not stable: " + path);
        }
      }
    }
    System.out.println(
        "FormatterTest: " + files.size() + " files, " + changed + " results differ, odd: " + odd);
    assertThat(odd).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> filesOfLinuxAreFormattedAlready() throws IOException {
    if (TREES.isEmpty()) {
      return Stream.empty();
    }
    try (Stream<Path> trees = Files.list(Path.of(TREES))) {
      return trees
          .filter(tree -> tree.getFileName().toString().startsWith("linux"))
          .toList()
          .stream()
          .map(tree -> DynamicTest.dynamicTest(tree.toString(), () -> mostStay(tree)));
    }
  }

  private static void mostStay(Path tree) throws IOException {
    List<Path> files = kconfigFiles(tree);
    int same = 0;
    for (Path path : files) {
      SyntaxTree parsed = KconfigParser.parse(SourceText.of(Files.readAllBytes(path)));
      same += Formatter.format(parsed, style("linux"), Reading.C).isEmpty() ? 1 : 0;
    }
    System.out.println("FormatterTest: " + tree + ": " + same + " of " + files.size() + " stay");
    assertThat(same).isGreaterThanOrEqualTo(files.size() * 95 / 100);
  }

  private static List<Path> kconfigFiles(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> NAMES.matcher(path.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  private static String solid(SourceText source) {
    return source.text().replaceAll("\\s+", "");
  }
}
