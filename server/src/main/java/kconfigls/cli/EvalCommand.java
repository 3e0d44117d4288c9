package kconfigls.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kconfigls.cli.report.ConfigProblems;
import kconfigls.cli.report.ValuesJson;
import kconfigls.dialect.Dialect;
import kconfigls.io.DiskWriter;
import kconfigls.model.ProjectModel;
import kconfigls.text.SourceText;
import kconfigls.values.Configuration;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluator;
import kconfigls.values.Value;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eval}. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = "Prints the configuration that results from a file, as olddefconfig writes it.")
final class EvalCommand implements Callable<Integer> {
  private static final int NAMES_SHOWN = 10;

  private enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TreeOptions options = new TreeOptions();
  @Mixin private ConfigOptions configs = new ConfigOptions();
  @Mixin private AssumedValues assumed = new AssumedValues();

  @Parameters(paramLabel = "PATH", arity = "0..1", description = "default: the current folder")
  private @Nullable Path path;

  @Option(
      names = "--each",
      paramLabel = "FILE",
      description = "evaluates this file by itself, repeatable: the tree is read only once")
  private List<Path> each = List.of();

  @Option(names = "--into", paramLabel = "DIR", description = "takes the results of --each")
  private @Nullable Path into;

  @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    VfsPath start = NamedPaths.start(path);
    checkOptions();
    PrintWriter err = spec.commandLine().getErr();
    List<Path> files = configs.files().isEmpty() ? each : configs.files();
    LoadedTree loaded = OneProject.load(start, files, options, "eval", err);
    ProjectModel model = loaded.selected().getFirst();
    assumed.of(model);
    TreeErrors.print(loaded, model, err);
    UnknownParts.print(loaded, model, err);
    if (into == null) {
      return evaluate(model);
    }
    int status = ExitCode.OK;
    for (Path file : each) {
      status = Math.max(status, evaluateInto(into, model, file));
    }
    return status;
  }

  private void checkOptions() {
    if (configs.files().isEmpty() == each.isEmpty()) {
      throw new UsageException("either --config or --each names what is to be evaluated");
    }
    if (each.isEmpty() != (into == null)) {
      throw new UsageException("--each and --into need each other");
    }
    if (into != null && !Files.isDirectory(into)) {
      String why = Files.exists(into) ? " is no folder" : " does not exist";
      throw new UsageException("--into: " + into + why);
    }
    Map<Path, Path> seen = new LinkedHashMap<>();
    for (Path file : each) {
      Path other = seen.putIfAbsent(file.getFileName(), file);
      if (other != null) {
        throw new UsageException("--each: " + other + " and " + file + " have the same name");
      }
    }
    configs.mustExist();
    NamedPaths.mustExist("--each: ", each);
  }

  private int evaluateInto(Path folder, ProjectModel model, Path file) {
    Configuration result = evaluate(model, List.of(file));
    if (result == null) {
      return ExitCode.USAGE;
    }
    Path target = folder.resolve(file.getFileName());
    try {
      DiskWriter.write(target, model.spec().srctree(), text(result, model).bytes());
    } catch (IOException e) {
      throw new UsageException("--into: " + target + " cannot be written: " + e.getMessage());
    }
    return unknown(result);
  }

  private int evaluate(ProjectModel model) {
    Configuration result = evaluate(model, configs.files());
    if (result == null) {
      return ExitCode.USAGE;
    }
    Output.data(spec, text(result, model));
    return unknown(result);
  }

  /** What files result in, with the mistakes in them told; null if a part of them is missing. */
  private @Nullable Configuration evaluate(ProjectModel model, List<Path> files) {
    DotConfig config =
        new DotConfig(ConfigOptions.read(files, model.spec()), model.spec().dialect());
    Configuration result = Evaluator.evaluate(model, config, assumed.of(model));
    ConfigProblems problems = new ConfigProblems(result.problems());
    problems.print(spec.commandLine().getErr());
    return problems.isIncomplete() ? null : result;
  }

  private SourceText text(Configuration result, ProjectModel model) {
    return SourceText.of(
        switch (format) {
          case JSON -> ValuesJson.of(result);
          case TEXT -> lines(result, model.spec().dialect());
        });
  }

  private static String lines(Configuration result, Dialect dialect) {
    return result.written().stream()
        .filter(Value::isKnown)
        .map(value -> value.line(dialect) + "\n")
        .collect(Collectors.joining());
  }

  private int unknown(Configuration result) {
    List<String> names =
        result.all().filter(v -> !v.isKnown()).map(Value::symbol).sorted().toList();
    if (names.isEmpty()) {
      return ExitCode.OK;
    }
    String some = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    spec.commandLine()
        .getErr()
        .println(
            (names.size() == 1 ? "1 value is" : names.size() + " values are")
                + " unknown, for lack of a file, a command or a variable: "
                + some
                + (names.size() > NAMES_SHOWN ? ", …" : "")
                + (options.allowShell() ? "; use " : "; use --allow-shell, ")
                + "--env NAME=VALUE or --assume NAME=VALUE");
    return ExitCode.USAGE;
  }
}
