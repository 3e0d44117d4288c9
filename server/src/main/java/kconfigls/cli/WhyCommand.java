package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kconfigls.cli.report.ConfigProblems;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.views.ValueChange;
import kconfigls.ide.views.ValueWays;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.syntax.parse.ConfigParser;
import kconfigls.text.SourceText;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigStack;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluation;
import kconfigls.values.Evaluator;
import kconfigls.values.Value;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code why}. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "Says why a symbol has its value or is not visible, and how to get another.")
final class WhyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TreeOptions options = new TreeOptions();
  @Mixin private ConfigOptions configs = new ConfigOptions();
  @Mixin private AssumedValues assumed = new AssumedValues();

  @Parameters(index = "0", paramLabel = "SYMBOL", description = "with or without its prefix")
  private String symbol = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      arity = "0..1",
      description = "default: the current folder")
  private @Nullable Path path;

  @Override
  public Integer call() {
    VfsPath start = NamedPaths.start(path);
    configs.mustExist();
    PrintWriter err = spec.commandLine().getErr();
    LoadedTree loaded = OneProject.load(start, configs.files(), options, "why", err);
    ProjectModel model = loaded.selected().getFirst();
    Symbol named = NamedSymbol.of(loaded, symbol);
    Map<String, String> settled = assumed.of(model);
    ConfigStack stack = stack(model);
    Evaluation evaluation = evaluate(model, stack, settled);
    UnknownParts.print(loaded, model, err);
    List<ConfigProblem> problems = evaluation.configuration().problems();
    if (new ConfigProblems(problems).isIncomplete()) {
      new ConfigProblems(problems).print(err);
      return ExitCode.USAGE;
    }
    new ConfigProblems(
            problems.stream().filter(each -> named.name().equals(each.symbol())).toList())
        .print(err);
    ChosenValues values = new ChosenValues(model, names(), evaluation);
    ValueChange change =
        new ValueChange(
            loaded.semantics(),
            values,
            stack.files().getLast().tree(),
            model.spec().dialect(),
            text -> evaluate(model, with(stack, text), settled));
    boolean given = settled.containsKey(named.name());
    new WhyText(loaded.semantics(), values, settled.keySet(), spec.commandLine().getOut())
        .print(named, given ? List.of() : new ValueWays(change).of(named));
    return status(Objects.requireNonNull(evaluation.value(named.name())));
  }

  /** The files, or an empty one if none is named: then only defaults count. */
  private ConfigStack stack(ProjectModel model) {
    return configs.files().isEmpty()
        ? new ConfigStack(
            List.of(new ConfigFile("", ConfigParser.parse(SourceText.of("")))), List.of())
        : ConfigOptions.read(configs.files(), model.spec());
  }

  /** The same files, the last one with another text. */
  private static ConfigStack with(ConfigStack stack, SourceText text) {
    List<ConfigFile> files = new ArrayList<>(stack.files());
    ConfigFile last = files.removeLast();
    files.add(new ConfigFile(last.name(), ConfigParser.parse(text), last.inclusions()));
    return new ConfigStack(files, stack.renames());
  }

  private static Evaluation evaluate(
      ProjectModel model, ConfigStack stack, Map<String, String> assumed) {
    return Evaluator.explain(model, new DotConfig(stack, model.spec().dialect()), assumed);
  }

  private String names() {
    return configs.files().stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.joining(" and "));
  }

  private int status(Value value) {
    if (value.isKnown()) {
      return ExitCode.OK;
    }
    String shell = options.allowShell() ? "" : "--allow-shell, ";
    spec.commandLine()
        .getErr()
        .println(
            "kconfig-ls: to know it, use " + shell + "--env NAME=VALUE or --assume NAME=VALUE");
    return ExitCode.USAGE;
  }
}
