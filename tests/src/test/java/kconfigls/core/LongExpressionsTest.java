package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kconfigls.analysis.FileCell;
import kconfigls.cli.report.CheckResult;
import kconfigls.cli.report.Fingerprints;
import kconfigls.cli.report.Format;
import kconfigls.cli.report.Reports;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.expr.Simplifier;
import kconfigls.harness.CheckedTree;
import kconfigls.model.ProjectModel;
import kconfigls.outline.Prop;
import kconfigls.values.ConfigStack;
import kconfigls.values.Configuration;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluator;
import kconfigls.values.Value;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One dependency with a hundred thousand operands, through all that looks at expressions. */
@Timeout(60)
final class LongExpressionsTest {
  private static final int OPERANDS = 100_000;
  private static final int UNDEFINED = 300;

  /** What a report may say of a finding, which must not be its whole line. */
  private static final int CHARACTERS_PER_FINDING = 2_000;

  @TempDir private Path folder;

  /** In a part {@code @} stands for a symbol, one in a few hundred of which is not defined. */
  @ParameterizedTest
  @CsvSource({
    "@, ' && '",
    "!@, ' || '",
    "(@ || y), ' && '",
    "@ = y, ' && '",
    "!(@ && n), ' && '",
    "$(word)@, ' && '",
    "'@ && y || !@', ' && '"
  })
  void anExpressionMayBeLong(String part, String operator) throws IOException {
    String expression =
        IntStream.range(0, OPERANDS)
            .mapToObj(i -> part.replace("@", i == 0 || i % UNDEFINED > 0 ? "A" : "B" + i))
            .collect(Collectors.joining(operator));
    String text =
        "word := A\nconfig A\n\tdef_bool y\nconfig AA\n\tdef_bool y\n"
            + ("config BIG\n\tdef_bool y\n\tdepends on " + expression + "\n")
            + ("if " + expression + "\nconfig IN\n\tdef_bool y if " + expression + "\nendif\n");
    CheckedTree.write(folder, Map.of("Kconfig", text), StandardCharsets.UTF_8);
    CheckedTree tree = CheckedTree.check(folder, "linux-6.12", Map.of());
    assertThat(tree.faults()).isEmpty();
    ProjectModel model = tree.workspace().snapshot().model(0);
    algebra(model, part.split("@", -1).length - 1);
    reports(tree, model);
    assertThat(tree.findings().stream().filter(f -> f.rule().id().equals("undefined-symbol")))
        .hasSizeGreaterThan(OPERANDS / UNDEFINED);
    DotConfig config = new DotConfig(ConfigStack.EMPTY, model.spec().dialect());
    Configuration result = Evaluator.evaluate(model, config, Map.of());
    assertThat(result.all().map(Value::symbol)).contains("BIG", "IN");
  }

  private static void algebra(ProjectModel model, int operandsPerPart) {
    Expr depends =
        model.symbols().get("BIG").nodes().getFirst().props().stream()
            .filter(Prop.Depends.class::isInstance)
            .map(prop -> ((Prop.Depends) prop).value())
            .findFirst()
            .orElseThrow();
    AtomicInteger operands = new AtomicInteger();
    depends.forEachOperand(operand -> operands.incrementAndGet());
    assertThat(operands.get()).isGreaterThanOrEqualTo(OPERANDS * operandsPerPart);
    assertThat(ExprPrinter.print(depends)).hasSizeGreaterThan(OPERANDS);
    assertThat(ExprPrinter.print(Simplifier.fold(depends))).isNotEmpty();
    assertThat(depends.map(operand -> operand)).isEqualTo(depends);
  }

  private void reports(CheckedTree tree, ProjectModel model) {
    VfsPath root = VfsPath.of(folder.toString());
    CheckResult.Sources sources =
        path -> {
          Optional<FileCell> cell = tree.workspace().snapshot().present(path);
          return cell.map(FileCell::source);
        };
    List<CheckResult.Reported> named = Fingerprints.named(tree.findings(), root, sources);
    CheckResult result = new CheckResult(root, root, List.of(model), sources, named, 0, List.of());
    int most = (tree.findings().size() + 1) * CHARACTERS_PER_FINDING;
    Reports reports = new Reports(List.of(), Map.of(), "0", false, false);
    for (Format format : Format.values()) {
      StringWriter shown = new StringWriter();
      reports.print(result, format, new PrintWriter(shown), false);
      assertThat(shown.toString().length()).isLessThan(most);
    }
  }
}
