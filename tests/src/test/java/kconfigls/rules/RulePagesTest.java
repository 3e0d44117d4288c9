package kconfigls.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.FixedTree;
import kconfigls.text.SourceText;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples on the rules' pages, run through the rules. */
final class RulePagesTest {
  private static final Path ROOT = Path.of(System.getProperty("kconfigls.root", ".."));
  private static final Path PAGES = ROOT.resolve("server/src/main/resources/rules");
  private static final Path TABLE = ROOT.resolve("server/docs/rules.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "## (Bad|Good)\n\n```kconfig([^\n]*)\n(.*?\n)```"
              + "(?:\n\n## (Fixed|Suggested)\n\n```kconfig([^\n]*)\n(.*?\n)```)?",
          Pattern.DOTALL);

  @TempDir private Path temp;

  @TestFactory
  Stream<DynamicTest> examples() {
    return Rules.all().stream()
        .flatMap(
            rule -> {
              Matcher matcher = BLOCK.matcher(page(rule.info()));
              List<DynamicTest> tests = new ArrayList<>();
              while (matcher.find()) {
                Example example = Example.of(matcher.toMatchResult(), tests.size());
                String name = rule.info().id() + " " + matcher.group(1);
                tests.add(DynamicTest.dynamicTest(name, () -> example(rule.info(), example)));
              }
              assertThat(tests.stream().map(test -> test.getDisplayName().replaceAll(".* ", "")))
                  .as(rule.info().id())
                  .contains("Bad", "Good");
              return tests.stream();
            });
  }

  private static String page(RuleInfo rule) {
    try {
      return Files.readString(PAGES.resolve(rule.id() + ".md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An example of a page.
   *
   * @param index the how manieth of the page it is
   * @param fixed the block behind a bad one, which shows it after its fixes; empty for none
   */
  private record Example(int index, boolean bad, String options, String body, String fixed) {
    static Example of(MatchResult match, int index) {
      boolean bad = match.group(1).equals("Bad");
      String fixed =
          match.group(4) == null ? "" : match.group().substring(match.start(4) - 3 - match.start());
      return new Example(index, bad, match.group(2).strip(), match.group(3), fixed);
    }
  }

  private void example(RuleInfo rule, Example example) throws IOException {
    Path folder = Files.createTempDirectory(temp, "example");
    Map<String, String> files = new HashMap<>(CheckedTree.files(example.body()));
    Fence fence = Fence.parse(example.options());
    fence.spoil(files);
    CheckedTree.write(folder, files, fence.charset());
    // the rule itself is on here, whatever its profile says
    String dialect = CheckedTree.dialect(fence.dialect()).name();
    RuleSettings settings =
        new RuleSettings(Map.of(rule.id(), Optional.of(rule.severity(dialect))));
    CheckedTree tree =
        CheckedTree.check(folder, fence.dialect(), Map.of(), settings)
            .withConfigs(folder, settings, fence.merged());
    assertThat(tree.faults()).isEmpty();
    List<String> lines = tree.lines(folder);
    List<String> own = lines.stream().filter(line -> line.contains("[" + rule.id() + "]")).toList();
    if (example.bad()) {
      assertThat(own).as("findings: %s", lines).isNotEmpty();
      assertThat(otherErrors(tree, rule)).as("findings: %s", lines).isEqualTo(fence.also());
      FixedTree fixed = FixedTree.of(tree, rule.id(), settings);
      fixed(rule, example, folder, fixed);
      if (fixed.safe().isPresent()) {
        List<String> left = fixed.tree().lines(folder);
        assertThat(left.stream().filter(line -> line.contains("[" + rule.id() + "]")))
            .as("what the fixes leave")
            .isEmpty();
        assertThat(fence.also()).as("new errors: %s", left).containsAll(errors(fixed.tree()));
      }
    } else {
      assertThat(own).isEmpty();
      assertThat(otherErrors(tree, rule)).as("findings: %s", lines).isEmpty();
      assertThat(example.fixed()).as("what is fixed behind a good example").isEmpty();
    }
  }

  /** The block behind a bad example shows what its fixes make of it. */
  private static void fixed(RuleInfo rule, Example example, Path folder, FixedTree fixed)
      throws IOException {
    assertThat(fixed.tree().faults()).isEmpty();
    String expected = "";
    if (fixed.safe().isPresent()) {
      expected =
          (fixed.safe().get() ? "## Fixed" : "## Suggested")
              + "\n\n"
              + block(example, folder, fixed);
    }
    if (Boolean.getBoolean("kconfigls.golden.write")) {
      write(rule, example, expected);
    } else {
      assertThat(example.fixed()).as("the block behind the bad one").isEqualTo(expected);
    }
  }

  private static String block(Example example, Path folder, FixedTree fixed) {
    VfsPath root = VfsPath.of(folder.toAbsolutePath().toString());
    StringBuilder body = new StringBuilder();
    Set<String> options = new TreeSet<>();
    for (String name :
        (" Kconfig\n" + example.body())
            .lines()
            .filter(line -> line.startsWith(" Kconfig") || line.startsWith("#file "))
            .map(line -> line.replace("#file", "").strip())
            .toList()) {
      SourceText source = fixed.text(root.resolve(name));
      boolean latin1 = source.firstInvalidByte() < source.length();
      String text =
          latin1 ? new String(source.bytes(), StandardCharsets.ISO_8859_1) : source.text();
      if (latin1) {
        options.add("latin1");
      }
      if (text.startsWith("\uFEFF")) {
        options.add("bom");
      }
      if (text.contains("\r\n")) {
        options.add("crlf");
      }
      if (!text.isEmpty() && !text.endsWith("\n")) {
        options.add("nonewline");
      }
      body.append(body.isEmpty() ? "" : "#file " + name + "\n");
      String shown = text.replace("\uFEFF", "").replace("\r\n", "\n");
      body.append(shown.endsWith("\n") ? shown : shown + "\n");
    }
    return ("```kconfig " + String.join(" ", options)).strip() + "\n" + body + "```";
  }

  private static void write(RuleInfo rule, Example example, String fixed) throws IOException {
    String page = page(rule);
    Matcher matcher = BLOCK.matcher(page);
    for (int i = 0; i <= example.index(); i++) {
      assertThat(matcher.find()).isTrue();
    }
    int end = matcher.end(3) + 3;
    String behind = fixed.isEmpty() ? "" : "\n\n" + fixed;
    Files.writeString(
        PAGES.resolve(rule.id() + ".md"),
        page.substring(0, end) + behind + page.substring(matcher.end()));
  }

  private static Set<String> otherErrors(CheckedTree tree, RuleInfo rule) {
    Set<String> others = errors(tree);
    others.remove(rule.id());
    return others;
  }

  private static Set<String> errors(CheckedTree tree) {
    Set<String> rules = new TreeSet<>();
    tree.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .forEach(finding -> rules.add(finding.rule().id()));
    return rules;
  }

  /**
   * What stands behind {@code ```kconfig}.
   *
   * @param also ids of other rules whose errors the bad example cannot avoid
   * @param merged the configuration files that make one
   */
  private record Fence(String dialect, Set<String> also, List<String> merged, Set<String> bytes) {
    private static final Set<String> BYTES = Set.of("crlf", "bom", "latin1", "utf16", "nonewline");

    Charset charset() {
      return has("utf16") ? StandardCharsets.UTF_16 : CheckedTree.charset(has("latin1"));
    }

    static Fence parse(String options) {
      String dialect = "generic";
      Set<String> also = new TreeSet<>();
      List<String> merged = List.of();
      Set<String> bytes = new TreeSet<>();
      for (String option : options.isEmpty() ? new String[0] : options.split(" +")) {
        if (option.startsWith("dialect=")) {
          dialect = option.substring("dialect=".length());
        } else if (option.startsWith("also=")) {
          also.add(option.substring("also=".length()));
        } else if (option.startsWith("merge=")) {
          merged = List.of(option.substring("merge=".length()).split(","));
        } else {
          assertThat(BYTES).as("options of an example").contains(option);
          bytes.add(option);
        }
      }
      return new Fence(dialect, also, merged, bytes);
    }

    boolean has(String option) {
      return bytes.contains(option);
    }

    /** Gives the files the bytes that Markdown cannot show. */
    void spoil(Map<String, String> files) {
      if (has("crlf")) {
        files.replaceAll((name, text) -> text.replace("\n", "\r\n"));
      }
      if (has("nonewline")) {
        files.replaceAll((name, text) -> text.stripTrailing());
      }
      if (has("bom")) {
        files.replaceAll((name, text) -> "\uFEFF" + text);
      }
    }
  }

  @Test
  void eachRuleHasAPageAndEachPageARule() throws IOException {
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(PAGES)) {
      files.forEach(file -> pages.add(file.getFileName().toString().replace(".md", "")));
    }
    Set<String> rules = new TreeSet<>();
    Rules.all().forEach(rule -> rules.add(rule.info().id()));
    assertThat(pages).isEqualTo(rules);
    assertThat(rules).hasSameSizeAs(Rules.all());
  }

  @Test
  void eachRuleClassIsListed() throws IOException {
    Set<String> listed = new TreeSet<>();
    Rules.all().forEach(rule -> listed.add(rule.getClass().getSimpleName()));
    Set<String> classes = new TreeSet<>();
    Path source = ROOT.resolve("server/src/main/java/kconfigls/rules");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (Files.readString(file)
            .matches("(?s).*final class \\w+ implements (File|Project|Config|Suppression)Rule.*")) {
          classes.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertThat(listed).isEqualTo(classes);
  }

  @Test
  void theTableIsUpToDate() throws IOException {
    StringBuilder table = new StringBuilder("# Rules\n\nGenerated from the rules; ");
    table.append("see [how to add a rule](how-to-add-a-rule.md).\n\n");
    table.append("On: `on` for all dialects, or the dialects it is on in; `off` until ");
    table.append("`--rule ID=SEVERITY` or the settings switch it on.\n\n");
    table.append("| rule | severity | on | reports |\n|---|---|---|---|\n");
    for (Rule rule : Rules.all()) {
      RuleInfo info = rule.info();
      String page = "../src/main/resources/rules/" + info.id() + ".md";
      table.append("| [" + info.id() + "](" + page + ") | " + severities(info) + " | ");
      table.append(info.profile().text() + " | ");
      table.append(info.summary().replace("|", "\\|") + " |\n");
    }
    if (Boolean.getBoolean("kconfigls.golden.write")) {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, table);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(table.toString());
  }

  private static String severities(RuleInfo info) {
    StringBuilder text = new StringBuilder(info.severity().text());
    new TreeMap<>(info.profile().severities())
        .forEach((dialect, severity) -> text.append(", " + severity.text() + " in " + dialect));
    return text.toString();
  }
}
