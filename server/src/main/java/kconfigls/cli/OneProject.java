package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kconfigls.io.Environment;
import kconfigls.io.ProjectFinder;
import kconfigls.io.Settings;
import kconfigls.io.ShellRunner;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.VfsPath;

/** Loads a tree for the commands that look at one project only. */
final class OneProject {
  private OneProject() {}

  static LoadedTree load(VfsPath folder, TreeOptions options, String command, PrintWriter err) {
    Settings settings = options.settings(folder);
    ProjectFinder.Tree tree = ProjectFinder.find(folder, options.wishes(settings));
    if (tree.specs().isEmpty()) {
      throw new UsageException(folder + ": no root Kconfig file found; name one with --root");
    }
    List<String> wanted = options.architectures(settings);
    List<String> one = wanted.isEmpty() ? List.of(tree.specs().getFirst().name()) : wanted;
    if (one.size() > 1 || one.contains("all")) {
      throw new UsageException(command + " looks at one project: name one --arch");
    }
    ProjectFinder.Tree only = only(tree, one.getFirst());
    if (options.allowShell()) {
      List<ProjectSpec> specs = only.specs().stream().map(s -> withShell(s, one, err)).toList();
      only = new ProjectFinder.Tree(only.dialect(), only.srctree(), specs);
    }
    Progress progress = new Progress(err, options.progress());
    LoadedTree loaded = LoadedTree.load(only, one, progress);
    progress.done();
    return loaded;
  }

  private static ProjectSpec withShell(ProjectSpec spec, List<String> one, PrintWriter err) {
    ProjectSpec base =
        spec.environment().containsKey("ARCH") ? ProjectFinder.renamed(spec, one.getFirst()) : spec;
    Map<String, String> environment = new HashMap<>(Environment.ofProcess());
    environment.putAll(base.environment());
    Path folder = Path.of(spec.srctree().text());
    return base.with(new ShellRunner(folder, environment, err::println), environment);
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
