package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kconfigls.analysis.Change;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Workspace;
import kconfigls.cli.report.CheckResult;
import kconfigls.io.DiskLoader;
import kconfigls.io.Nearest;
import kconfigls.io.ProjectFinder;
import kconfigls.io.Settings;
import kconfigls.rules.RuleRunner;
import kconfigls.rules.RuleSettings;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reports what is wrong in Kconfig trees and files.")
final class CheckCommand implements Callable<Integer> {
  private enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TreeOptions options = new TreeOptions();
  @Mixin private ReportOptions reports = new ReportOptions();
  @Mixin private ConfigOptions configs = new ConfigOptions();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "default: the current folder")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--rule",
      paramLabel = "ID=SEVERITY",
      description = "off, hint, info, warning or error")
  private Map<String, String> rules = new LinkedHashMap<>();

  @Option(names = "--fail-on", paramLabel = "SEVERITY", description = "${COMPLETION-CANDIDATES}")
  private FailOn failOn = FailOn.ERROR;

  @Override
  public Integer call() {
    VfsPath path = path();
    Settings settings = options.settings(path);
    RuleSettings ruleSettings = ruleSettings(settings);
    PrintWriter err = spec.commandLine().getErr();
    ProjectFinder.Tree found = ProjectFinder.find(path, options.wishes(settings));
    ProjectFinder.Tree tree = options.allowShell() ? OneProject.withShells(found, err) : found;
    Progress progress = new Progress(err, options.progress());
    LoadedTree loaded = LoadedTree.load(tree, options.architectures(settings), progress);
    List<Path> alone = ConfigCheck.among(paths, loaded);
    boolean configsOnly = alone.size() + configs.files().size() > 0 && alone.containsAll(paths);
    List<FileCell> loose = loose(loaded, alone);
    if (tree.specs().isEmpty() && loose.isEmpty() && !configsOnly) {
      throw new UsageException(path + ": no root Kconfig file found; name one with --root");
    }
    List<String> faults = Collections.synchronizedList(new ArrayList<>());
    RuleRunner runner = new RuleRunner(Rules.all(), ruleSettings, faults::add);
    progress.say("checking");
    ConfigCheck.Result ofConfigs = new ConfigCheck(loaded, runner).run(alone, configs.files());
    TreeCheck check = new TreeCheck(loaded, runner);
    CheckResult result =
        configsOnly
            ? check.nothingBut(ofConfigs, faults)
            : check.run(loose, scopes(tree, alone), ofConfigs, faults);
    progress.done();
    reports.write(result, options.quiet(), spec.commandLine().getOut(), err);
    faults.forEach(fault -> err.println("kconfig-ls: " + fault));
    if (!faults.isEmpty()) {
      return ExitCode.FAULT;
    }
    return fails(result) ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private VfsPath path() {
    List<Path> named = new ArrayList<>(paths);
    named.addAll(configs.files());
    for (Path path : named) {
      if (!Files.exists(path)) {
        boolean link = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        throw new UsageException(
            path + (link ? " is a link that leads nowhere" : " does not exist"));
      }
      if (!Files.isReadable(path)) {
        throw new UsageException(path + " cannot be read: permission denied");
      }
    }
    return TreeOptions.vfs(paths.isEmpty() ? Path.of("") : paths.getFirst());
  }

  /** Files that were named and that no project includes. */
  private List<FileCell> loose(LoadedTree loaded, List<Path> configFiles) {
    Workspace workspace = new Workspace();
    for (Path path : paths) {
      if (configFiles.contains(path)) {
        continue;
      }
      VfsPath file = TreeOptions.vfs(path);
      boolean included = loaded.selected().stream().anyMatch(model -> model.includes(file));
      FileState state = DiskLoader.load(file);
      switch (state) {
        case FileState.Present present -> {
          if (!included) {
            workspace.apply(new Change.Files(Map.of(file, present), Map.of()));
          }
        }
        case FileState.Unreadable(String reason) ->
            throw new UsageException(path + " cannot be read: " + reason);
        case FileState.Absent absent -> throw new UsageException(path + " does not exist");
        case FileState.Folder folder -> {
          // stands for what is in it
        }
      }
    }
    return List.copyOf(workspace.snapshot().cells());
  }

  /** The named paths, unless one of them is the whole tree. */
  private List<VfsPath> scopes(ProjectFinder.Tree tree, List<Path> configFiles) {
    List<VfsPath> scopes = new ArrayList<>();
    for (Path path : paths) {
      VfsPath scope = TreeOptions.vfs(path);
      boolean root = tree.specs().stream().anyMatch(project -> project.root().equals(scope));
      if (tree.srctree().isIn(scope) || root) {
        return List.of();
      }
      if (!configFiles.contains(path)) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  private RuleSettings ruleSettings(Settings settings) {
    Map<String, String> wanted = new LinkedHashMap<>(settings.rules());
    wanted.putAll(rules);
    Map<String, Optional<Severity>> severities = new HashMap<>();
    wanted.forEach((id, value) -> severities.put(known(id), severity(id, value)));
    return new RuleSettings(severities);
  }

  private static String known(String id) {
    if (Rules.byId(id).isEmpty()) {
      throw new UsageException(RulesCommand.unknown(id));
    }
    return id;
  }

  private static Optional<Severity> severity(String id, String value) {
    if (value.equals("off")) {
      return Optional.empty();
    }
    Optional<Severity> severity = Severity.parse(value);
    if (severity.isEmpty()) {
      String nearest = Nearest.of(value, List.of("off", "hint", "info", "warning", "error"));
      throw new UsageException(
          "rule " + id + ": unknown severity '" + value + "'; did you mean '" + nearest + "'?");
    }
    return severity;
  }

  private boolean fails(CheckResult result) {
    @Nullable Severity least =
        switch (failOn) {
          case ERROR -> Severity.ERROR;
          case WARNING -> Severity.WARNING;
          case INFO -> Severity.INFO;
          case NEVER -> null;
        };
    return least != null
        && result.findings().stream().anyMatch(f -> f.severity().compareTo(least) >= 0);
  }
}
