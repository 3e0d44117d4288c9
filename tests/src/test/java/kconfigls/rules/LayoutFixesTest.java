package kconfigls.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.Fixtures;
import kconfigls.harness.Meaning;
import kconfigls.rules.Fix.Edit;
import kconfigls.rules.style.StyleRules;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Safe fixes of the rules about style change the layout only, and come to an end: over the rules'
 * pages, the fixtures and, where the property {@code kconfigls.trees} names a folder, real trees.
 */
final class LayoutFixesTest {
  private static final int ROUNDS = 12;

  /** Rules whose fixes are to change what is read. */
  private static final Set<String> MEANT = Set.of("help-dedent", "help-swallows-statement");

  private static final VfsPath FILE = VfsPath.of("/tree/Kconfig");
  private static final Pattern BLOCK =
      Pattern.compile("```kconfig[^\n]*\n(.*?\n)```", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("(?:Kconfig|Config\\.in|Config\\.src)[^/]*");

  @TestFactory
  Stream<DynamicTest> texts() {
    List<String> texts = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      Matcher matcher = BLOCK.matcher(RulePages.page(rule.info()));
      while (matcher.find()) {
        texts.addAll(CheckedTree.files(matcher.group(1)).values());
      }
    }
    Fixtures.all().forEach(path -> texts.add(read(path)));
    return Stream.of("linux", "zephyr", "esp-idf", "buildroot")
        .map(
            dialect ->
                DynamicTest.dynamicTest(
                    dialect,
                    () ->
                        assertThat(
                                texts.stream()
                                    .mapToInt(text -> settle(dialect, "a text", text))
                                    .sum())
                            .isPositive()));
  }

  @TestFactory
  Stream<DynamicTest> trees() throws IOException {
    String folder = System.getProperty("kconfigls.trees", "");
    if (folder.isEmpty()) {
      System.out.println("LayoutFixesTest: no real trees, -Dkconfigls.trees names no folder");
      return Stream.empty();
    }
    List<Path> files;
    try (Stream<Path> entries = Files.walk(Path.of(folder))) {
      files =
          entries
              .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
              .filter(Files::isRegularFile)
              .toList();
    }
    assertThat(files).isNotEmpty();
    return Stream.of("linux", "zephyr", "esp-idf", "buildroot")
        .map(
            dialect ->
                DynamicTest.dynamicTest(
                    dialect,
                    () ->
                        assertThat(
                                files.parallelStream()
                                    .mapToInt(file -> settle(dialect, file.toString(), read(file)))
                                    .sum())
                            .isPositive()));
  }

  private static String read(Path path) {
    try {
      return SourceText.of(Files.readAllBytes(path)).text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Applies safe fixes until there are none, and returns how many edits that took. */
  private static int settle(String dialect, String name, String original) {
    List<String> meaning = Meaning.of(parse(original));
    String text = original;
    int count = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Edit> edits = safeEdits(dialect, text);
      if (edits.isEmpty()) {
        return count;
      }
      count += edits.size();
      text = apply(text, edits);
      assertThat(Meaning.of(parse(text))).as("%s: %s", name, text).isEqualTo(meaning);
    }
    assertThat(safeEdits(dialect, text)).as("fixes of %s: %s", name, text).isEmpty();
    return count;
  }

  private static SyntaxTree parse(String text) {
    return KconfigParser.parse(SourceText.of(text));
  }

  /** The edits of all safe fixes but for those that touch an earlier one's. */
  private static List<Edit> safeEdits(String dialect, String text) {
    Map<String, Optional<Severity>> on = new HashMap<>();
    StyleRules.all().forEach(rule -> on.put(rule.info().id(), Optional.of(Severity.INFO)));
    MEANT.forEach(id -> on.put(id, Optional.empty()));
    List<String> faults = new ArrayList<>();
    RuleRunner runner =
        new RuleRunner(StyleRules.all(), new RuleSettings(on), fault -> faults.add(fault.text()));
    CheckedFile file = new CheckedFile(FILE, parse(text), CheckedTree.dialect(dialect), true);
    List<Edit> edits = new ArrayList<>();
    for (Finding finding : runner.checkFile(file, List.of())) {
      for (Fix fix : finding.fixes().all()) {
        if (fix.safe() && fix.edits().stream().noneMatch(edit -> touches(edits, edit))) {
          edits.addAll(fix.edits());
        }
      }
    }
    assertThat(faults).isEmpty();
    return edits;
  }

  private static boolean touches(List<Edit> edits, Edit edit) {
    int start = edit.place().range().start();
    int end = edit.place().range().end();
    return edits.stream()
        .map(each -> each.place().range())
        .anyMatch(range -> start <= range.end() && range.start() <= end);
  }

  private static String apply(String text, List<Edit> edits) {
    StringBuilder result = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparing(Edit::place).reversed())
        .forEach(
            edit ->
                result.replace(
                    edit.place().range().start(), edit.place().range().end(), edit.text()));
    return result.toString();
  }
}
