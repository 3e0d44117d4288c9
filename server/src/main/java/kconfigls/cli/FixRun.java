package kconfigls.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kconfigls.analysis.Change;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Workspace;
import kconfigls.cli.report.CheckResult;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.io.DiskWriter;
import kconfigls.rules.Finding;
import kconfigls.rules.FixRound;
import kconfigls.rules.FixRound.Applied;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/**
 * A check, and the safe fixes of what it shows: they are made round by round, in memory, and
 * written at the end.
 */
final class FixRun {
  /** Fixes that undo one another end here. */
  private static final int MAX_ROUNDS = 100;

  /** Checks a tree, and files of no project. */
  interface Check {
    /** {@code configs} holds the texts of configuration files, where they changed. */
    CheckResult of(LoadedTree tree, List<FileCell> loose, Map<VfsPath, SourceText> configs);
  }

  private final Check check;
  private final Predicate<VfsPath> mayChange;
  private final Workspace loose = new Workspace();
  private final Map<VfsPath, SourceText> configs;
  private final Map<VfsPath, SourceText> originals = new LinkedHashMap<>();

  /** Where links lead is asked of the disk, once for each file. */
  private final Map<VfsPath, Boolean> isInTree = new HashMap<>();

  private final Set<String> leftOut = new LinkedHashSet<>();
  private LoadedTree tree;
  private CheckResult result;
  private int applied;

  /**
   * @param mayChange whether a file is among those that the user named
   * @param configs the texts of configuration files that the user named
   */
  FixRun(
      LoadedTree tree,
      List<FileCell> loose,
      Check check,
      Predicate<VfsPath> mayChange,
      Map<VfsPath, SourceText> configs) {
    this.configs = new HashMap<>(configs);
    this.tree = tree;
    this.check = check;
    this.mayChange = mayChange;
    Map<VfsPath, FileState> states = new HashMap<>();
    loose.forEach(cell -> states.put(cell.path(), cell.state()));
    this.loose.apply(new Change.Files(states, Map.of()));
    this.result = check.of(tree, cells(), Map.of());
  }

  private List<FileCell> cells() {
    return List.copyOf(loose.snapshot().cells());
  }

  private Optional<FileCell> cell(VfsPath path) {
    return tree.snapshot().present(path).or(() -> loose.snapshot().present(path));
  }

  /** Fixes what can be fixed, in memory only. */
  void fix() {
    for (int i = 0; i < MAX_ROUNDS; i++) {
      FixRound round = FixRound.of(shown(), this::cell, this::isWanted);
      ConfigFixes ofConfigs = ConfigFixes.of(result, configs);
      round.refused().forEach(this::refuse);
      if (round.applied().isEmpty() && ofConfigs.applied() == 0) {
        return;
      }
      applied += round.applied().size() + ofConfigs.applied();
      change(round.texts());
      ofConfigs
          .changed()
          .forEach(
              (file, text) -> {
                originals.putIfAbsent(file, text(file));
                configs.put(file, text);
              });
      result = check.of(tree, cells(), configs);
    }
    leftOut.add("some fixes undo one another: nothing more is fixed");
  }

  private List<Finding> shown() {
    return result.findings().stream().map(Reported::finding).toList();
  }

  private boolean isWanted(Applied candidate) {
    if (!candidate.fix().safe()) {
      return false;
    }
    for (var edit : candidate.fix().edits()) {
      VfsPath file = edit.place().file();
      boolean isLoose = loose.snapshot().present(file).isPresent();
      if (!mayChange.test(file) || cell(file).isEmpty()) {
        return false;
      }
      if (!isLoose && !isInTree.computeIfAbsent(file, this::isInTree)) {
        leftOut.add(file + " lies outside of the tree: it is not changed");
        return false;
      }
    }
    return true;
  }

  private boolean isInTree(VfsPath file) {
    return DiskWriter.isIn(file, tree.tree().srctree());
  }

  private void refuse(Applied refused) {
    Finding finding = refused.finding();
    leftOut.add(
        finding.place().file().relativeTo(result.root())
            + ": a fix of "
            + finding.rule().id()
            + " is left out, for there is a syntax error beside it or after it");
  }

  private void change(Map<VfsPath, SourceText> texts) {
    Map<VfsPath, FileState> ofTree = new HashMap<>();
    Map<VfsPath, FileState> ofNone = new HashMap<>();
    texts.forEach(
        (file, text) -> {
          originals.putIfAbsent(file, cell(file).orElseThrow().source());
          FileState state = new FileState.Present(text, FileState.Origin.DISK, 0);
          (loose.snapshot().present(file).isPresent() ? ofNone : ofTree).put(file, state);
        });
    loose.apply(new Change.Files(ofNone, Map.of()));
    tree = tree.with(ofTree);
  }

  /** What is left to report. */
  CheckResult result() {
    return result;
  }

  /** Whether anything was fixed. */
  boolean changes() {
    return !originals.isEmpty();
  }

  /** The changes as a unified diff. */
  String diff() {
    return rewrites().diff(result.root());
  }

  private Rewrites rewrites() {
    return new Rewrites("--fix", file -> tree.tree().srctree(), originals, this::text);
  }

  private SourceText text(VfsPath file) {
    SourceText config = configs.get(file);
    return config == null ? cell(file).orElseThrow().source() : config;
  }

  /** Writes the files; nothing at all if one of them cannot be written. */
  void write() {
    rewrites().write();
  }

  /** Says what was done, and what was left out. */
  void tell(boolean quiet, PrintWriter err) {
    leftOut.forEach(line -> err.println("kconfig-ls: " + line));
    if (quiet) {
      return;
    }
    err.println(
        "kconfig-ls: applied "
            + count(applied, "fix", "fixes")
            + " in "
            + count(originals.size(), "file", "files"));
  }

  private static String count(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
