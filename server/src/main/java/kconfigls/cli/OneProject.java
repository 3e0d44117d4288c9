package kconfigls.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kconfigls.dialect.ConfigFiles;
import kconfigls.io.ConfigReader;
import kconfigls.io.ProjectFinder;
import kconfigls.io.Settings;
import kconfigls.io.ShellRunner;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.VfsPath;

/** Loads a tree for the commands that look at one project only. */
final class OneProject {
  private OneProject() {}

  static LoadedTree load(VfsPath folder, TreeOptions options, String command, PrintWriter err) {
    return load(folder, List.of(), options, command, err);
  }

  /**
   * The tree with the project that is asked for; of several, that of the first configuration file
   * whose place or header names an architecture, and else the first.
   */
  static LoadedTree load(
      VfsPath folder, List<Path> configs, TreeOptions options, String command, PrintWriter err) {
    Settings settings = options.settings(folder);
    ProjectFinder.Tree tree = ProjectFinder.find(folder, options.wishes(settings, folder));
    options.tell(tree, err);
    if (tree.specs().isEmpty()) {
      throw new UsageException(folder + ": no root Kconfig file found; name one with --root");
    }
    List<String> wanted = options.architectures(settings, tree);
    List<String> one = wanted.isEmpty() ? List.of(chosen(tree, configs)) : wanted;
    if (wanted.isEmpty() && tree.specs().size() > 1 && !options.quiet()) {
      int count = tree.specs().size();
      err.println(
          "kconfig-ls: "
              + one.getFirst()
              + ", one of "
              + count
              + " projects, is looked at; --arch names another");
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

  private static String chosen(ProjectFinder.Tree tree, List<Path> configs) {
    Set<String> names = tree.specs().stream().map(ProjectSpec::name).collect(Collectors.toSet());
    return configs.stream()
        .flatMap(config -> architecture(tree, config).stream())
        .filter(name -> names.contains(ProjectFinder.sourceFolder(name)))
        .findFirst()
        .orElse(tree.specs().getFirst().name());
  }

  private static Optional<String> architecture(ProjectFinder.Tree tree, Path config) {
    try {
      String path = TreeOptions.vfs(config).relativeTo(tree.srctree());
      return ConfigFiles.architecture(path, ConfigReader.text(config).text(), tree.dialect());
    } catch (IOException e) {
      return Optional.empty(); // the command says so when it reads the file
    }
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
    return new ProjectFinder.Tree(tree.dialect(), tree.srctree(), specs);
  }
}
