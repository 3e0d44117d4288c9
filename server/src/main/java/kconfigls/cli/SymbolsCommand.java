package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kconfigls.cli.report.SymbolsJson;
import kconfigls.io.ProjectFinder;
import kconfigls.io.Settings;
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
    Path start = path == null ? Path.of("") : path;
    if (!Files.exists(start) && path != null) {
      throw new UsageException(path + " does not exist");
    }
    VfsPath folder = TreeOptions.vfs(start);
    Settings settings = options.settings(folder);
    ProjectFinder.Tree tree = ProjectFinder.find(folder, options.wishes(settings));
    if (tree.specs().isEmpty()) {
      throw new UsageException(folder + ": no root Kconfig file found; name one with --root");
    }
    List<String> wanted = options.architectures(settings);
    List<String> one = wanted.isEmpty() ? List.of(tree.specs().getFirst().name()) : wanted;
    if (one.size() > 1 || one.contains("all")) {
      throw new UsageException("symbols lists one project: name one --arch");
    }
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = new Progress(err, options.progress());
    LoadedTree loaded = LoadedTree.load(only(tree, one.getFirst()), one, progress);
    progress.done();
    ProjectModel model = loaded.selected().getFirst();
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON -> SymbolsJson.print(model, loaded.semantics(), out);
      case TEXT -> SymbolsText.print(model, loaded.semantics(), out);
    }
    return ExitCode.OK;
  }

  /** The tree with no more projects than the one asked for needs. */
  private static ProjectFinder.Tree only(ProjectFinder.Tree tree, String architecture) {
    String folder = ProjectFinder.sourceFolder(architecture);
    var specs =
        tree.specs().stream()
            .filter(s -> s.name().equals(architecture) || s.name().equals(folder))
            .toList();
    return specs.isEmpty() ? tree : new ProjectFinder.Tree(tree.dialect(), tree.srctree(), specs);
  }
}
