package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kconfigls.cli.report.SymbolsJson;
import kconfigls.model.ProjectModel;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbols}. */
@Command(
    name = "symbols",
    mixinStandardHelpOptions = true,
    description = "Lists the symbols of one project.")
final class SymbolsCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TreeOptions options = new TreeOptions();

  @Parameters(paramLabel = "PATH", arity = "0..1", description = "default: the current folder")
  private @Nullable Path path;

  @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    VfsPath start = NamedPaths.start(path);
    PrintWriter err = spec.commandLine().getErr();
    LoadedTree loaded = OneProject.load(start, options, "symbols", err);
    ProjectModel model = loaded.selected().getFirst();
    switch (format) {
      case JSON -> SymbolsJson.print(model, loaded.semantics(), Output.raw(spec));
      case TEXT -> SymbolsText.print(model, loaded.semantics(), spec.commandLine().getOut());
    }
    return ExitCode.OK;
  }
}
