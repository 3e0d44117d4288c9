package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kconfigls.graph.GraphBuilder;
import kconfigls.graph.GraphFormat;
import kconfigls.graph.SymbolGraph;
import kconfigls.model.ProjectModel;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code graph}. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    description = "Draws who depends on, selects and implies a symbol, and what it needs itself.")
final class GraphCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TreeOptions options = new TreeOptions();

  @Parameters(index = "0", paramLabel = "SYMBOL", description = "with or without its prefix")
  private String symbol = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      arity = "0..1",
      description = "default: the current folder")
  private @Nullable Path path;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; default: dot")
  private GraphFormat format = GraphFormat.DOT;

  @Option(names = "--depth", paramLabel = "N", description = "how many steps it goes; default: 1")
  private int depth = 1;

  @Option(names = "--most", paramLabel = "N", description = "how many symbols it shows at most")
  private int most = GraphBuilder.MOST;

  @Override
  public Integer call() {
    VfsPath start = NamedPaths.start(path);
    if (depth < 1 || depth > GraphBuilder.MAX_DEPTH) {
      throw new UsageException("--depth goes from 1 to " + GraphBuilder.MAX_DEPTH);
    }
    if (most < 1) {
      throw new UsageException("--most must be at least 1");
    }
    PrintWriter err = spec.commandLine().getErr();
    LoadedTree loaded = OneProject.load(start, options, "graph", err);
    ProjectModel model = loaded.selected().getFirst();
    SymbolGraph graph =
        GraphBuilder.of(loaded.semantics(), model, NamedSymbol.of(loaded, symbol), depth, most);
    Output.raw(spec).print(format.write(graph));
    return ExitCode.OK;
  }
}
