package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.Rule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A rule that fails, whatever it throws, loses its own findings only. */
final class FaultyRuleTest {
  @TempDir private Path folder;

  private static RuleInfo info(String id) {
    return RuleInfo.of("syntax", id, Severity.WARNING, "fails");
  }

  private static void fail(Throwable fault) {
    switch (fault) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalArgumentException(fault);
    }
  }

  private record FaultyFileRule(Throwable fault) implements FileRule {
    @Override
    public RuleInfo info() {
      return FaultyRuleTest.info("faulty-file");
    }

    @Override
    public void check(CheckedFile file, FindingSink sink) {
      fail(fault);
    }
  }

  private record FaultyProjectRule(Throwable fault) implements ProjectRule {
    @Override
    public RuleInfo info() {
      return FaultyRuleTest.info("faulty-project");
    }

    @Override
    public void check(CheckedProjects projects, FindingSink sink) {
      fail(fault);
    }
  }

  static Stream<Throwable> faults() {
    return Stream.of(
        new IllegalStateException("x\ny"),
        new StackOverflowError(),
        new OutOfMemoryError("Java heap space"),
        new NoClassDefFoundError("x"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theOtherFindingsAreReported(Throwable fault) throws IOException {
    Path root = folder.resolve("Kconfig");
    Files.writeString(root, "config A\n\tbool \"a\"\n\tdepends on NONE\n");
    List<Rule> rules = new ArrayList<>(Rules.all());
    rules.add(new FaultyFileRule(fault));
    rules.add(new FaultyProjectRule(fault));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine check = new CommandLine(new CheckCommand(rules));
    check.setOut(new PrintWriter(out));
    check.setErr(new PrintWriter(err));
    assertThat(check.execute(folder.toString())).isEqualTo(ExitCode.FAULT);
    assertThat(out.toString()).contains("undefined-symbol");
    List<String> lines =
        err.toString().lines().filter(l -> l.startsWith("kconfig-ls: rule")).toList();
    String name = fault.getClass().getName();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("faulty-file in " + root + " failed: " + name);
    assertThat(lines.get(1)).contains("faulty-project in " + root + " failed: " + name);
  }
}
