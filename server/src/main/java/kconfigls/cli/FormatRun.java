package kconfigls.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Snapshot;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.LayoutStyle;
import kconfigls.format.FormatOptions;
import kconfigls.format.Formatter;
import kconfigls.io.DiskWriter;
import kconfigls.io.EditorConfigFiles;
import kconfigls.io.ProjectFinder;
import kconfigls.model.ProjectModel;
import kconfigls.syntax.Reading;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.vfs.VfsPath;

/** What formatting makes of files; files with syntax errors are left alone. */
final class FormatRun {
  /**
   * A file and what becomes of it.
   *
   * @param root the folder that its path is shown from
   * @param failure why it is left alone, where it has to be
   */
  private record Result(
      VfsPath file, VfsPath root, SourceText before, SourceText after, Optional<String> failure) {
    boolean isChanged() {
      return !before.equals(after);
    }

    String name() {
      return file.relativeTo(root);
    }
  }

  private final EditorConfigFiles editorConfigs = new EditorConfigFiles();
  private final Map<VfsPath, Result> results = new LinkedHashMap<>();

  /** Formats a file of a tree. */
  void add(VfsPath file, SourceText source, ProjectFinder.Tree tree) {
    Reading reading = Snapshot.reading(tree.dialect());
    SyntaxTree parsed = KconfigParser.parse(source, reading);
    add(format(file, tree.srctree(), parsed, tree.dialect(), reading));
  }

  /** Formats the files of a tree's projects that are in one of the scopes; none stand for all. */
  void add(LoadedTree loaded, List<VfsPath> scopes) {
    VfsPath root = loaded.tree().srctree();
    Reading reading = loaded.snapshot().reading();
    Map<VfsPath, Dialect> dialects = new TreeMap<>();
    for (ProjectModel model : loaded.selected()) {
      for (VfsPath file : model.fileSet()) {
        if (TreeCheck.isInScope(file, scopes) && DiskWriter.isIn(file, root)) {
          dialects.putIfAbsent(file, model.spec().dialect());
        }
      }
    }
    dialects.entrySet().parallelStream()
        .flatMap(
            each ->
                loaded.snapshot().present(each.getKey()).stream()
                    .map(cell -> format(cell, root, each.getValue(), reading)))
        .toList()
        .forEach(this::add);
  }

  private Result format(FileCell cell, VfsPath root, Dialect dialect, Reading reading) {
    return format(cell.path(), root, cell.tree(), dialect, reading);
  }

  private Result format(
      VfsPath file, VfsPath root, SyntaxTree tree, Dialect dialect, Reading reading) {
    SourceText source = tree.source();
    Optional<SyntaxProblem> error =
        tree.problems().stream().filter(problem -> problem.kind().isError()).findFirst();
    if (error.isPresent()) {
      int line = source.lines().lineOf(error.get().range().start()) + 1;
      String failure =
          file.relativeTo(root) + ":" + line + ": " + error.get().message() + "; left alone";
      return new Result(file, root, source, source, Optional.of(failure));
    }
    FormatOptions style =
        FormatOptions.of(LayoutStyle.of(dialect)).with(editorConfigs.properties(file));
    SourceText after = source.with(Formatter.format(tree, style, reading));
    return new Result(file, root, source, after, Optional.empty());
  }

  private void add(Result result) {
    results.putIfAbsent(result.file(), result);
  }

  /** How many files were looked at. */
  int count() {
    return results.size();
  }

  /** How many of them are not in their style. */
  long changes() {
    return results.values().stream().filter(Result::isChanged).count();
  }

  /** How many of them are left alone. */
  long failures() {
    return results.values().stream().filter(result -> result.failure().isPresent()).count();
  }

  private VfsPath root(VfsPath file) {
    return Objects.requireNonNull(results.get(file)).root();
  }

  /** The text that a file is to have. */
  SourceText text(VfsPath file) {
    return Objects.requireNonNull(results.get(file)).after();
  }

  /** The paths of the files that would change. */
  void list(PrintWriter out) {
    results.values().stream().filter(Result::isChanged).map(Result::name).forEach(out::println);
    out.flush();
  }

  /** The changes as a unified diff. */
  String diff() {
    return results.values().stream()
        .map(result -> rewrites(List.of(result)).diff(result.root()))
        .collect(Collectors.joining());
  }

  /** Writes the files; nothing at all if one of them cannot be written. */
  void write() {
    rewrites(results.values()).write();
  }

  private Rewrites rewrites(Iterable<Result> of) {
    Map<VfsPath, SourceText> originals = new LinkedHashMap<>();
    for (Result result : of) {
      if (result.isChanged()) {
        originals.put(result.file(), result.before());
      }
    }
    return new Rewrites("format", this::root, originals, this::text);
  }

  /** Says which files are left alone, and where their errors are. */
  void tellFailures(PrintWriter err) {
    results.values().stream()
        .flatMap(result -> result.failure().stream())
        .forEach(failure -> err.println("kconfig-ls: " + failure));
  }
}
