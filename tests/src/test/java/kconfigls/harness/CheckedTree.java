package kconfigls.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.analysis.Workspace;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.ConfigFiles.Kind;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Dialects;
import kconfigls.io.ConfigReader;
import kconfigls.io.DiskTreeFiles;
import kconfigls.io.ProjectFinder;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.ConfigProjects;
import kconfigls.rules.Finding;
import kconfigls.rules.FollowOns;
import kconfigls.rules.RuleRunner;
import kconfigls.rules.RuleSettings;
import kconfigls.rules.Rules;
import kconfigls.rules.Suppressions;
import kconfigls.rules.Suppressor;
import kconfigls.values.ConfigStack;
import kconfigls.vfs.TreeFiles;
import kconfigls.vfs.VfsPath;

/** A small tree on disk, linked and checked by the real classes. */
public record CheckedTree(Workspace workspace, List<Finding> findings, List<String> faults) {

  /**
   * Splits a text at lines {@code #file NAME}, or {@code #.config} for that file; what comes first
   * is the file Kconfig.
   */
  public static Map<String, String> files(String text) {
    Map<String, String> files = new HashMap<>();
    String name = "Kconfig";
    StringBuilder body = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      if (line.startsWith("#file ") || line.strip().equals("#.config")) {
        files.put(name, body.toString());
        name = line.replaceFirst("#(file )?", "").strip();
        body.setLength(0);
      } else {
        body.append(line);
      }
    }
    files.put(name, body.toString());
    return files;
  }

  /** Writes files below a folder. */
  public static void write(Path folder, Map<String, String> files, Charset charset) {
    files.forEach(
        (name, text) -> {
          try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(charset));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A dialect by name; {@code linux-6.1} is Linux in that release. */
  public static Dialect dialect(String name) {
    return Dialects.byName(name).orElseThrow();
  }

  /** Checks a folder with a root file named Kconfig. */
  public static CheckedTree check(Path folder, String dialect, Map<String, String> env) {
    return check(folder, dialect, env, RuleSettings.DEFAULT);
  }

  /** Checks a folder with a root file named Kconfig under settings. */
  public static CheckedTree check(
      Path folder, String dialect, Map<String, String> env, RuleSettings settings) {
    VfsPath srctree = VfsPath.of(folder.toAbsolutePath().toString());
    ProjectFinder.Wishes wishes =
        new ProjectFinder.Wishes(srctree.resolve("Kconfig"), srctree, dialect(dialect), env);
    return check(load(ProjectFinder.find(srctree, wishes)), settings);
  }

  /**
   * This tree with the findings in its configuration files.
   *
   * @param merged names of files that are merged in this order; each other file stands alone
   */
  public CheckedTree withConfigs(Path folder, RuleSettings settings, List<String> merged)
      throws IOException {
    VfsPath srctree = VfsPath.of(folder.toAbsolutePath().toString());
    List<ProjectModel> models = workspace.snapshot().models();
    ProjectSpec spec = models.getFirst().spec();
    RuleRunner runner = new RuleRunner(Rules.all(), settings, fault -> faults.add(fault.text()));
    List<Finding> all = new ArrayList<>(findings);
    List<Path> files;
    try (var paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    Map<List<Path>, Kind> inputs = new LinkedHashMap<>();
    for (Path file : files) {
      String name = folder.relativize(file).toString();
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (!merged.contains(name) && !models.getFirst().includes(srctree.resolve(name))) {
        ConfigFiles.kind(name, text, spec.dialect())
            .ifPresent(kind -> inputs.put(List.of(file), kind));
      }
    }
    if (!merged.isEmpty()) {
      inputs.put(merged.stream().map(folder::resolve).toList(), Kind.WHOLE);
    }
    for (Map.Entry<List<Path>, Kind> input : inputs.entrySet()) {
      ConfigStack stack =
          input.getValue() == Kind.RENAMES
              ? ConfigReader.readRenames(input.getKey(), ConfigReader::text)
              : ConfigReader.read(input.getKey(), spec);
      Semantics semantics = new Semantics(workspace.snapshot());
      boolean whole = input.getValue() == Kind.WHOLE;
      all.addAll(
          runner.checkConfig(
              ConfigProjects.checked(stack, whole, spec.dialect(), srctree, semantics, models)));
    }
    return new CheckedTree(workspace, all, faults);
  }

  /** Checks a tree. */
  public static CheckedTree check(ProjectFinder.Tree tree) {
    return check(load(tree));
  }

  /** The workspace of a tree with all that its projects need. */
  public static Workspace load(ProjectFinder.Tree tree) {
    Workspace workspace = new Workspace();
    workspace.apply(new Change.Projects(tree.specs()));
    new WorkspaceLoader(workspace, files -> {}).loadAll(CancelToken.NONE);
    return workspace;
  }

  /** Checks a loaded workspace. */
  public static CheckedTree check(Workspace workspace) {
    return check(workspace, RuleSettings.DEFAULT);
  }

  /** Checks a loaded workspace under settings. */
  public static CheckedTree check(Workspace workspace, RuleSettings settings) {
    Snapshot snapshot = workspace.snapshot();
    List<ProjectModel> models = snapshot.models();
    List<String> faults = Collections.synchronizedList(new ArrayList<>());
    RuleRunner runner = new RuleRunner(Rules.all(), settings, fault -> faults.add(fault.text()));
    CheckedProjects projects =
        new CheckedProjects(
            new Semantics(snapshot), models, CancelToken.NONE, files(snapshot), Sources.of(models));
    List<Finding> ofProjects = runner.checkProjects(projects);
    List<Finding> ofFiles = new ArrayList<>();
    Dialect dialect = models.isEmpty() ? Dialects.lenient() : models.getFirst().spec().dialect();
    for (VfsPath path : projects.files()) {
      FileCell cell = snapshot.present(path).orElseThrow();
      boolean root = models.stream().anyMatch(model -> model.spec().root().equals(path));
      CheckedFile file = new CheckedFile(path, cell.tree(), dialect, root);
      ofFiles.addAll(runner.checkFile(file, projects.projectNames(path)));
    }
    List<Finding> all = new ArrayList<>(FollowOns.removed(ofFiles, ofProjects));
    all.addAll(ofProjects);
    Suppressor suppressor =
        runner.suppressor(
            path ->
                snapshot
                    .present(path)
                    .map(cell -> Suppressions.of(cell.tree(), dialect))
                    .orElse(Suppressions.NONE));
    List<Finding> findings = new ArrayList<>(suppressor.told(all));
    for (VfsPath path : projects.files()) {
      FileCell cell = snapshot.present(path).orElseThrow();
      CheckedFile file = new CheckedFile(path, cell.tree(), dialect, false);
      List<String> names = projects.projectNames(path);
      findings.addAll(runner.checkSuppressions(file, suppressor.unused(path), names, true));
    }
    findings.sort(Finding.ORDER);
    return new CheckedTree(workspace, List.copyOf(findings), faults);
  }

  private static TreeFiles files(Snapshot snapshot) {
    return snapshot.specs().isEmpty()
        ? TreeFiles.NONE
        : new DiskTreeFiles(snapshot.specs().getFirst().srctree());
  }

  /** The findings as lines {@code file:line severity[rule] message}. */
  public List<String> lines(Path folder) {
    VfsPath root = VfsPath.of(folder.toAbsolutePath().toString());
    return findings.stream().map(finding -> line(root, finding)).toList();
  }

  private String line(VfsPath root, Finding finding) {
    int line = new Semantics(workspace.snapshot()).line(finding.place());
    return finding.place().file().relativeTo(root)
        + ":"
        + line
        + " "
        + finding.severity().text()
        + "["
        + finding.rule().id()
        + "] "
        + finding.message();
  }

  /** Deletes a folder with what is in it. */
  public static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  /** UTF-8, or Latin-1 for examples with other bytes. */
  public static Charset charset(boolean latin1) {
    return latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
  }
}
