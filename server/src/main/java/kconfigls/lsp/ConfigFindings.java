package kconfigls.lsp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Dialects;
import kconfigls.dialect.Feature;
import kconfigls.io.ConfigReader;
import kconfigls.lsp.DiagnosticsPublisher.Shown;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigProjects;
import kconfigls.rules.Finding;
import kconfigls.rules.RuleRunner;
import kconfigls.rules.Suppressions;
import kconfigls.text.SourceText;
import kconfigls.values.ConfigStack;
import kconfigls.values.Evaluation;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** The findings in the configuration files that the editor holds; those of the last check. */
final class ConfigFindings {
  /**
   * What a check found.
   *
   * @param cells the document and the others that it may read
   * @param config null unless the document is for one project
   */
  private record Checked(
      List<FileCell> cells,
      List<ProjectModel> models,
      Snapshot snapshot,
      Basis basis,
      List<Finding> findings,
      @Nullable CheckedConfig config) {
    boolean holdsFor(List<FileCell> otherCells, List<ProjectModel> otherModels, Basis otherBasis) {
      return same(cells, otherCells) && same(models, otherModels) && basis.equals(otherBasis);
    }
  }

  /**
   * What else a check depends on.
   *
   * @param disk how often files have changed on disk before
   */
  private record Basis(int disk, RuleRunner runner) {}

  private final Session session;
  private final CurrentRules rules;
  private final Map<VfsPath, Checked> known = new ConcurrentHashMap<>();
  private final AtomicInteger diskChanges = new AtomicInteger();

  ConfigFindings(Session session, CurrentRules rules) {
    this.session = session;
    this.rules = rules;
  }

  private static boolean same(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Checks a document as it is now, unless that was done. Nothing is done for one of another kind,
   * or as long as files of the projects are still to be read.
   */
  void check(VfsPath path, CancelToken cancel) {
    Snapshot snapshot = session.workspace().snapshot();
    Optional<FileCell> found = snapshot.document(path).filter(ConfigFindings::isConfig);
    if (found.isEmpty()) {
      return;
    }
    FileCell cell = found.get();
    List<ProjectModel> models = snapshot.models();
    if (models.stream().anyMatch(model -> !model.missing().isEmpty())) {
      return;
    }
    Semantics semantics = new Semantics(snapshot);
    List<FileCell> cells = readWith(semantics, cell);
    Checked last = known.get(path);
    Basis basis = new Basis(diskChanges.get(), rules.runner());
    if (last == null || !last.holdsFor(cells, models, basis)) {
      List<CheckedConfig> configs = checked(semantics, cell);
      List<Finding> findings = basis.runner().checkConfig(configs, cancel);
      CheckedConfig only = configs.size() == 1 ? configs.getFirst() : null;
      known.put(path, new Checked(cells, models, snapshot, basis, own(findings, path), only));
    }
  }

  private static boolean isConfig(FileCell cell) {
    return cell.kind() == DocumentKind.CONFIG || cell.kind() == DocumentKind.RENAMES;
  }

  /** A document that was checked with others is checked again when one of them changes. */
  private static List<FileCell> readWith(Semantics semantics, FileCell cell) {
    Dialect dialect = semantics.dialectOf(cell);
    List<FileCell> cells = new ArrayList<>(List.of(cell));
    if (dialect.has(Feature.CONFIG_INCLUDES) || dialect.has(Feature.SDKCONFIG)) {
      semantics.snapshot().documents().stream()
          .filter(other -> other != cell && isConfig(other))
          .sorted((a, b) -> a.path().compareTo(b.path()))
          .forEach(cells::add);
    }
    return List.copyOf(cells);
  }

  private static List<Finding> own(List<Finding> findings, VfsPath path) {
    return findings.stream().filter(finding -> finding.place().file().equals(path)).toList();
  }

  private static List<CheckedConfig> checked(Semantics semantics, FileCell cell) {
    List<ProjectModel> models = semantics.projectsOf(cell.path());
    VfsPath folder = cell.path().parent() == null ? cell.path() : cell.path().parent();
    ProjectSpec spec =
        models.isEmpty()
            ? new ProjectSpec("", folder, folder, Dialects.lenient(), Map.of())
            : models.getFirst().spec();
    Dialect dialect = spec.dialect();
    String relative = cell.path().relativeTo(spec.srctree());
    boolean whole =
        ConfigFiles.kind(relative, cell.source().text(), dialect)
            .filter(ConfigFiles.Kind.WHOLE::equals)
            .isPresent();
    return ConfigProjects.checked(
        read(semantics.snapshot(), cell, spec), whole, dialect, spec.srctree(), semantics, models);
  }

  /** What else belongs to the document may be unreadable: then nothing can be said. */
  private static ConfigStack read(Snapshot snapshot, FileCell cell, ProjectSpec spec) {
    boolean renames = cell.kind() == DocumentKind.RENAMES;
    try {
      return ConfigReader.read(
          cell.path(), renames, spec, path -> snapshot.document(path).map(FileCell::source));
    } catch (IOException e) {
      return ConfigStack.EMPTY;
    }
  }

  /** The findings where they stand now, without those that comments suppress. */
  List<Shown> shown(FileCell cell, Snapshot snapshot) {
    Checked checked = known.get(cell.path());
    if (checked == null) {
      return List.of();
    }
    SourceText before = checked.cells().getFirst().source();
    Shift shift = Shift.between(before.text(), cell.source().text());
    List<Finding> now = new ArrayList<>();
    for (Finding finding : checked.findings()) {
      shift.apply(finding.place().range()).map(finding::at).ifPresent(now::add);
    }
    return rules
        .runner()
        .suppressor(
            path -> snapshot.document(path).map(ConfigFindings::comments).orElse(Suppressions.NONE))
        .told(now)
        .stream()
        .map(finding -> new Shown(finding, finding.place().range(), checked.snapshot()))
        .toList();
  }

  private static Suppressions comments(FileCell cell) {
    return Suppressions.of(cell.source());
  }

  /** The values of the configuration that a document is, if they were computed already. */
  Optional<Evaluation> evaluation(FileCell cell) {
    Checked checked = known.get(cell.path());
    return checked == null || checked.config() == null || checked.cells().getFirst() != cell
        ? Optional.empty()
        : Optional.ofNullable(checked.config().evaluation());
  }

  /** The documents to check. */
  List<VfsPath> paths() {
    return session.workspace().snapshot().documents().stream()
        .filter(ConfigFindings::isConfig)
        .map(FileCell::path)
        .sorted()
        .toList();
  }

  /** Files changed on disk: a document may include one of them. */
  void changedOnDisk() {
    diskChanges.incrementAndGet();
  }

  void forget(VfsPath path) {
    known.remove(path);
  }
}
