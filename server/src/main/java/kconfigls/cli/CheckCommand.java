package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kconfigls.analysis.Change;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Workspace;
import kconfigls.cli.report.CheckResult;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.io.DiskLoader;
import kconfigls.io.ProjectFinder;
import kconfigls.io.Settings;
import kconfigls.io.SourceReader;
import kconfigls.rules.Rule;
import kconfigls.rules.RuleRunner;
import kconfigls.rules.RuleSettings;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceLanguage;
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

  private final List<Rule> all;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TreeOptions options = new TreeOptions();
  @Mixin private ReportOptions reports = new ReportOptions();
  @Mixin private ConfigOptions configs = new ConfigOptions();
  @Mixin private FindingFilters filters = new FindingFilters();
  @Mixin private FixOptions fixing = new FixOptions();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "default: the current folder")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--rule",
      paramLabel = "ID=SEVERITY",
      description = "off, hint, info, warning or error")
  private Map<String, String> rules = new LinkedHashMap<>();

  @Option(names = "--sources", description = "look at the names of symbols in sources, too")
  private boolean sources;

  @Option(names = "--fail-on", paramLabel = "SEVERITY", description = "${COMPLETION-CANDIDATES}")
  private FailOn failOn = FailOn.ERROR;

  /**
   * What there is to look at.
   *
   * @param loaded the tree
   * @param alone the paths that are configuration files
   * @param configsOnly whether nothing else is to be looked at
   * @param loose the files that were named and that no project includes
   * @param kconfig the paths that are no configuration files
   * @param scopes the files and folders to report on; empty for the whole tree
   */
  private record Asked(
      LoadedTree loaded,
      List<Path> alone,
      boolean configsOnly,
      List<FileCell> loose,
      List<Path> kconfig,
      List<VfsPath> scopes) {}

  CheckCommand() {
    this(Rules.all());
  }

  /**
   * @param all the rules that there are
   */
  CheckCommand(List<Rule> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public Integer call() {
    VfsPath path = path();
    Settings settings = options.settings(path);
    PrintWriter err = spec.commandLine().getErr();
    ProjectFinder.Wishes wishes = options.wishes(settings, path);
    ProjectFinder.Tree found = ProjectFinder.find(path, wishes);
    options.tell(found, err);
    RuleSettings ruleSettings = CheckRules.of(settings, rules, wishes, found);
    ProjectFinder.Tree tree = options.allowShell() ? OneProject.withShells(found, err) : found;
    Progress progress = new Progress(err, options.progress());
    LoadedTree loaded = LoadedTree.load(tree, options.architectures(settings, tree), progress);
    Asked asked = asked(path, loaded);
    if (wishes.root() == null) {
      NamedPaths.mustBeOfOneTree(tree, asked.kconfig());
    }
    if (!options.quiet() && !sources) {
      NamedPaths.notIncluded(loaded, asked.scopes()).forEach(err::println);
    }
    List<String> faults = Collections.synchronizedList(new ArrayList<>());
    RuleRunner runner = new RuleRunner(all, ruleSettings, fault -> faults.add(fault.text()));
    SourceIndex index = asked.configsOnly() ? SourceIndex.NONE : index(tree, progress);
    progress.say("checking");
    FixRun run =
        new FixRun(
            loaded,
            asked.loose(),
            check(runner, asked, index, faults),
            file -> TreeCheck.isInScope(file, asked.scopes()),
            ConfigFixes.fixable(asked.alone(), configs.files()));
    return finish(run, progress, faults);
  }

  private Asked asked(VfsPath path, LoadedTree loaded) {
    List<Path> alone = ConfigCheck.among(paths, loaded);
    List<Path> others = kconfig(loaded, alone);
    boolean configsOnly = alone.size() + configs.files().size() > 0 && others.isEmpty();
    List<FileCell> loose = loose(loaded, others);
    if (loaded.tree().specs().isEmpty() && loose.isEmpty() && !configsOnly) {
      throw new UsageException(path + ": no root Kconfig file found; name one with --root");
    }
    List<VfsPath> scopes = NamedPaths.scopes(loaded.tree(), paths, others);
    return new Asked(loaded, alone, configsOnly, loose, others, scopes);
  }

  /** Fixes if that is asked for, and reports what is left; the exit status. */
  private int finish(FixRun run, Progress progress, List<String> faults) {
    if (fixing.fix()) {
      run.fix();
      progress.done();
      if (fixing.dryRun()) {
        Output.data(spec, run.diff());
        return run.changes() ? ExitCode.FINDINGS : ExitCode.OK;
      }
      run.write();
      run.tell(options.quiet(), spec.commandLine().getErr());
    }
    progress.done();
    return report(run.result(), faults);
  }

  private FixRun.Check check(
      RuleRunner runner, Asked asked, SourceIndex index, List<String> faults) {
    PrintWriter notes = options.verbose() ? spec.commandLine().getErr() : null;
    return (now, files, texts) -> {
      ConfigCheck.Result ofConfigs =
          new ConfigCheck(now, runner, texts).run(asked.alone(), configs.files());
      TreeCheck ofTree = new TreeCheck(now, runner, index);
      CheckResult all =
          asked.configsOnly()
              ? ofTree.nothingBut(ofConfigs, faults)
              : ofTree.run(files, asked.scopes(), ofConfigs, faults);
      return filters.apply(all, file -> TreeCheck.isInScope(file, asked.scopes()), notes);
    };
  }

  /** The exit status. */
  private int report(CheckResult result, List<String> faults) {
    PrintWriter err = spec.commandLine().getErr();
    reports.write(result, options.quiet(), Output.raw(spec), err);
    faults.stream().distinct().forEach(fault -> err.println("kconfig-ls: " + fault));
    if (!faults.isEmpty()) {
      return ExitCode.FAULT;
    }
    return fails(result) ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private VfsPath path() {
    NamedPaths.mustExist("", paths);
    configs.mustExist();
    return TreeOptions.vfs(paths.isEmpty() ? Path.of("") : paths.getFirst());
  }

  private SourceIndex index(ProjectFinder.Tree tree, Progress progress) {
    if (!sources) {
      return SourceIndex.NONE;
    }
    progress.say("reading sources");
    return SourceReader.read(tree.srctree(), SymbolSpelling.of(tree.dialect()));
  }

  /**
   * The paths that are no configuration files and may hold Kconfig, or sources if those are looked
   * at; what is left out is told, and refused if nothing else was named.
   */
  private List<Path> kconfig(LoadedTree loaded, List<Path> configFiles) {
    List<Path> others = new ArrayList<>(paths);
    others.removeAll(configFiles);
    List<Path> foreign =
        NamedPaths.foreign(loaded, others).stream().filter(path -> !isSource(path)).toList();
    if (!foreign.isEmpty() && foreign.size() == paths.size() && configs.files().isEmpty()) {
      throw new UsageException(
          foreign.getFirst()
              + " is no Kconfig by its name, and no project includes it; --root reads it as such");
    }
    if (!options.quiet()) {
      PrintWriter err = spec.commandLine().getErr();
      foreign.forEach(path -> err.println(path + ": no Kconfig by its name: left out"));
    }
    others.removeAll(foreign);
    return others;
  }

  /** Whether a file is looked at as a part of the tree's sources. */
  private boolean isSource(Path path) {
    return sources && SourceLanguage.of(TreeOptions.vfs(path)).isCode();
  }

  /** The files among paths that no project includes. */
  private List<FileCell> loose(LoadedTree loaded, List<Path> named) {
    Workspace workspace = new Workspace();
    for (Path path : named) {
      VfsPath file = TreeOptions.vfs(path);
      if (isSource(path)) {
        continue;
      }
      boolean included = loaded.includes(file);
      FileState state = DiskLoader.load(file);
      switch (state) {
        case FileState.Present present -> {
          if (!included) {
            workspace.apply(new Change.Files(Map.of(file, present), Map.of()));
          }
        }
        case FileState.Unreadable(String reason) ->
            throw new UsageException(path + " cannot be read: " + reason);
        case FileState.Outside(String reason) ->
            throw new UsageException(path + " is not read: " + reason);
        case FileState.Absent absent -> throw new UsageException(path + " does not exist");
        case FileState.Folder folder -> {
          // stands for what is in it
        }
      }
    }
    return List.copyOf(workspace.snapshot().cells());
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
