package kconfigls.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.ConfigFiles.Kind;
import kconfigls.io.ConfigReader;
import kconfigls.io.DiskLoader;
import kconfigls.model.ProjectSpec;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigProjects;
import kconfigls.rules.Finding;
import kconfigls.rules.RuleRunner;
import kconfigls.text.SourceText;
import kconfigls.values.ConfigStack;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/** Runs the rules over configuration files. */
final class ConfigCheck {
  /**
   * What they found.
   *
   * @param sources the texts that findings are in
   */
  record Result(List<Finding> findings, Map<VfsPath, SourceText> sources) {}

  /** What is checked at once: one file, or those that are merged. */
  private record Input(List<Path> files, Kind kind) {}

  private final LoadedTree tree;
  private final RuleRunner runner;
  private final Map<VfsPath, SourceText> changed;

  /**
   * @param changed texts that take the place of those on disk
   */
  ConfigCheck(LoadedTree tree, RuleRunner runner, Map<VfsPath, SourceText> changed) {
    this.tree = tree;
    this.runner = runner;
    this.changed = Map.copyOf(changed);
  }

  private SourceText text(Path path) throws IOException {
    SourceText other = changed.get(TreeOptions.vfs(path));
    return other == null ? ConfigReader.text(path) : other;
  }

  /** The paths among these that lead to configuration files. */
  static List<Path> among(List<Path> paths, LoadedTree tree) {
    return paths.stream().filter(path -> kind(path, tree).isPresent()).distinct().toList();
  }

  private static Optional<Kind> kind(Path path, LoadedTree tree) {
    VfsPath file = TreeOptions.vfs(path);
    boolean included = tree.includes(file);
    return !included && DiskLoader.load(file) instanceof FileState.Present present
        ? ConfigFiles.kind(
            file.relativeTo(tree.tree().srctree()), present.source().text(), tree.tree().dialect())
        : Optional.empty();
  }

  /**
   * The findings, sorted.
   *
   * @param alone files that are checked one by one
   * @param merged files that make one configuration, later ones over earlier ones
   */
  Result run(List<Path> alone, List<Path> merged) {
    List<Input> inputs = new ArrayList<>();
    for (Path path : new LinkedHashSet<>(alone)) {
      inputs.add(new Input(List.of(path), kind(path, tree).orElse(Kind.WHOLE)));
    }
    if (!merged.isEmpty()) {
      inputs.add(new Input(merged, Kind.WHOLE));
    }
    Map<VfsPath, SourceText> sources = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    inputs.parallelStream()
        .map(this::check)
        .forEachOrdered(
            result -> {
              sources.putAll(result.sources());
              findings.addAll(result.findings());
            });
    findings.sort(Finding.ORDER);
    return new Result(findings, sources);
  }

  private Result check(Input input) {
    ConfigStack stack = read(input);
    List<CheckedConfig> configs =
        ConfigProjects.checked(
            stack,
            input.kind() == Kind.WHOLE,
            tree.tree().dialect(),
            tree.tree().srctree(),
            tree.semantics(),
            tree.selected());
    return new Result(runner.checkConfig(configs), configs.getFirst().sources());
  }

  private ConfigStack read(Input input) {
    List<Path> paths =
        input.files().stream().map(path -> Path.of(TreeOptions.vfs(path).text())).toList();
    try {
      return input.kind() == Kind.RENAMES
          ? ConfigReader.readRenames(paths, this::text)
          : ConfigReader.read(paths, spec(), this::text);
    } catch (IOException e) {
      throw new UsageException(input.files().getFirst() + ": cannot be read: " + e.getMessage());
    }
  }

  /** Any project of the tree; a tree without a root file has at least a dialect. */
  private ProjectSpec spec() {
    VfsPath srctree = tree.tree().srctree();
    return tree.tree().specs().isEmpty()
        ? new ProjectSpec("", srctree, srctree, tree.tree().dialect(), Map.of())
        : tree.tree().specs().getFirst();
  }
}
