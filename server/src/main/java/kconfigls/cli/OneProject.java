package kconfigls.cli;

import java.io.PrintWriter;
import java.util.List;
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
    options.tell(tree, err);
    if (tree.specs().isEmpty()) {
      throw new UsageException(folder + ": no root Kconfig file found; name one with --root");
    }
    List<String> wanted = options.architectures(settings);
    List<String> one = wanted.isEmpty() ? List.of(tree.specs().getFirst().name()) : wanted;
    if (wanted.isEmpty() && tree.specs().size() > 1 && !options.quiet()) {
      int count = tree.specs().size();
      err.printf(
          "kconfig-ls: %s, one of %d projects, is looked at; --arch names another%n",
          one.getFirst(), count);
    }
    if (one.size() > 1 || one.contains("all")) {
      throw new UsageException(command + " looks at one project: name one --arch");
    }
    ProjectFinder.Tree only = only(tree, one.getFirst());
    ProjectSpec spec = only.specs().getFirst();
    boolean other = !spec.name().equals(one.getFirst()); // such as i386, which x86 builds too
    if (options.allowShell() && other && spec.environment().containsKey("ARCH")) {
      ProjectSpec renamed = ProjectFinder.renamed(spec, one.getFirst());
      only = new ProjectFinder.Tree(only.dialect(), only.srctree(), List.of(renamed));
    }
    if (options.allowShell()) {
      only = withShells(only, err);
    }
    Progress progress = new Progress(err, options.progress());
    LoadedTree loaded = LoadedTree.load(only, one, progress);
    progress.done();
    return loaded;
  }

  /** The same projects, whose commands are run; in each the environment is complete. */
  static ProjectFinder.Tree withShells(ProjectFinder.Tree tree, PrintWriter err) {
    List<ProjectSpec> specs =
        tree.specs().stream()
            .map(spec -> ShellRunner.with(spec, shell -> shell, err::println))
            .toList();
    return new ProjectFinder.Tree(tree.dialect(), tree.srctree(), specs);
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
