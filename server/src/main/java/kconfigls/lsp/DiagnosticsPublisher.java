package kconfigls.lsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.analysis.Workspace;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Dialects;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.lsp.convert.ToLsp;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Finding;
import kconfigls.rules.FollowOns;
import kconfigls.rules.RuleRunner;
import kconfigls.rules.Severity;
import kconfigls.rules.Suppression.RuleId;
import kconfigls.rules.Suppressions;
import kconfigls.rules.Suppressor;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.jspecify.annotations.Nullable;

/**
 * Publishes findings in two phases: those of one file at once, those of the projects later. A list
 * that did not change is not sent again.
 */
final class DiagnosticsPublisher {
  /** The findings of one text. */
  private record Checked(FileCell cell, Role role, RuleRunner runner, List<Finding> findings) {}

  /** What a file is in the projects, as far as its own findings depend on it. */
  private record Role(Dialect dialect, boolean isRoot) {
    static Role of(VfsPath path, Snapshot snapshot) {
      boolean root =
          snapshot.specs().stream().anyMatch(s -> !s.isFragment() && s.root().equals(path));
      return new Role(DiagnosticsPublisher.dialect(path, snapshot), root);
    }
  }

  /**
   * The findings of the projects, and the texts that they are about.
   *
   * @param runner of the rules that found them; null before any did
   * @param generation of the newest texts that they hold for
   */
  private record Projects(
      List<ProjectModel> models,
      @Nullable RuleRunner runner,
      List<Finding> findings,
      Map<VfsPath, List<Finding>> byFile,
      Snapshot snapshot,
      long generation) {
    static final Projects NONE =
        new Projects(List.of(), null, List.of(), Map.of(), new Workspace().snapshot(), -1);

    Projects holdingFor(long newer) {
      return new Projects(models, runner, findings, byFile, snapshot, newer);
    }
  }

  /**
   * A finding that the editor shows.
   *
   * @param range where it stands in the newest text
   * @param snapshot that of the text which it was found in
   */
  record Shown(Finding finding, TextRange range, Snapshot snapshot) {
    /** Whether it was found in this very text. */
    boolean isOf(FileCell cell) {
      return snapshot
          .present(cell.path())
          .filter(old -> old.source().equals(cell.source()))
          .isPresent();
    }
  }

  /**
   * What the client has of a file.
   *
   * @param uri under which it has it
   */
  private record Published(String uri, List<Diagnostic> diagnostics) {
    boolean has(List<Diagnostic> others) {
      return diagnostics.equals(others);
    }
  }

  /** How many findings of a file are told; no file of a real tree has a tenth of that. */
  private static final int MOST = 2_000;

  private final Session session;
  private final CurrentRules rules;
  private final ConfigFindings configs;
  private final Map<VfsPath, Checked> files = new ConcurrentHashMap<>();
  private final Map<VfsPath, Published> published = new HashMap<>();
  private final Object publishing = new Object();
  private volatile Projects projects = Projects.NONE;

  DiagnosticsPublisher(Session session, Faults faults) {
    this.session = session;
    this.rules =
        new CurrentRules(
            session, this::warn, fault -> faults.report(fault.subject(), fault.cause()));
    this.configs = new ConfigFindings(session, rules);
  }

  CurrentRules rules() {
    return rules;
  }

  /** Those of configuration files, which are found by themselves. */
  ConfigFindings configs() {
    return configs;
  }

  /** First phase: one file, with what is known of its projects. */
  void publishFile(VfsPath path) {
    publish(path);
  }

  /** The editor has opened the file: what was published before is published again. */
  void opened(VfsPath path) {
    synchronized (publishing) {
      published.remove(path);
    }
  }

  /** Second phase: everything. */
  void publishProjects(Snapshot snapshot) {
    List<ProjectModel> models = snapshot.models();
    Projects old = projects;
    RuleRunner runner = rules.runner();
    boolean changed = !same(models, old.models()) || runner != old.runner();
    if (changed) {
      CancelToken superseded =
          new CancelToken(
              () -> session.workspace().snapshot().generation() != snapshot.generation());
      CheckedProjects checked = new CheckedProjects(new Semantics(snapshot), models, superseded);
      Map<VfsPath, List<Finding>> byFile = new HashMap<>();
      List<Finding> findings = runner.checkProjects(checked);
      for (Finding finding : findings) {
        byFile.computeIfAbsent(finding.place().file(), k -> new ArrayList<>()).add(finding);
      }
      projects = new Projects(models, runner, findings, byFile, snapshot, snapshot.generation());
    } else {
      projects = old.holdingFor(snapshot.generation());
    }
    if (changed) {
      ClientFeatures client = session.features();
      session
          .client()
          .ifPresent(each -> client.refreshes().send(each, !client.can(Can.TAKE_PUBLISHED)));
    }
    files.keySet().removeIf(path -> snapshot.present(path).isEmpty());
    Set<VfsPath> paths = new HashSet<>(session.open().keySet());
    models.forEach(model -> paths.addAll(model.fileSet()));
    synchronized (publishing) {
      paths.addAll(published.keySet());
    }
    paths.stream().filter(path -> snapshot.document(path).isEmpty()).forEach(this::publish);
  }

  private static boolean same(List<ProjectModel> a, List<ProjectModel> b) {
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

  /** The diagnostics of a file now; empty for one that is not there. */
  List<Diagnostic> of(VfsPath path) {
    Snapshot snapshot = session.workspace().snapshot();
    return snapshot.present(path).map(cell -> diagnostics(cell, snapshot)).orElse(List.of());
  }

  private List<Diagnostic> diagnostics(FileCell cell, Snapshot snapshot) {
    ToLsp toLsp = session.toLsp(snapshot);
    return most(shown(cell, snapshot)).stream()
        .map(shown -> toLsp.diagnostic(cell.source(), shown.range(), shown.finding()))
        .toList();
  }

  /** Of very many findings in a file the worst: what nobody can read only fills the editor. */
  private static List<Shown> most(List<Shown> shown) {
    if (shown.size() <= MOST) {
      return shown;
    }
    Comparator<Shown> worst = Comparator.comparing(each -> each.finding().severity());
    return shown.stream().sorted(worst.reversed()).limit(MOST).toList();
  }

  /** The findings of a file that are shown: of one that is not open only what is wrong. */
  List<Shown> shown(FileCell cell, Snapshot snapshot) {
    boolean open = session.open().containsKey(cell.path());
    return told(cell, snapshot).stream()
        .filter(shown -> open || shown.finding().severity().compareTo(Severity.WARNING) >= 0)
        .toList();
  }

  /** The findings in a file, where they stand now, without those that comments suppress. */
  private List<Shown> told(FileCell cell, Snapshot snapshot) {
    if (!cell.isKconfig()) {
      return configs.shown(cell, snapshot);
    }
    Projects known = projects;
    Map<Finding, Snapshot> origins = new IdentityHashMap<>();
    List<Finding> all = new ArrayList<>();
    for (Finding finding : FollowOns.removed(fileFindings(cell, snapshot), known.findings())) {
      origins.put(finding, snapshot);
      all.add(finding);
    }
    Shift shift = shift(known.snapshot(), cell);
    for (Finding finding : known.byFile().getOrDefault(cell.path(), List.of())) {
      Optional<Finding> now = shift.apply(finding.place().range()).map(finding::at);
      now.ifPresent(moved -> origins.put(moved, known.snapshot()));
      now.ifPresent(all::add);
    }
    RuleRunner runner = rules.runner();
    Suppressor suppressor = runner.suppressor(path -> comments(path, snapshot));
    List<Finding> told = new ArrayList<>(suppressor.told(all));
    boolean settled = known.generation() == snapshot.generation();
    List<RuleId> unused = settled ? suppressor.unused(cell.path()) : List.of();
    if (!unused.isEmpty()) {
      CheckedFile file = checked(cell, Role.of(cell.path(), snapshot));
      told.addAll(runner.checkSuppressions(file, unused, List.of(), true));
    }
    return told.stream()
        .map(
            finding ->
                new Shown(
                    finding, finding.place().range(), origins.getOrDefault(finding, snapshot)))
        .toList();
  }

  private Suppressions comments(VfsPath path, Snapshot snapshot) {
    return snapshot
        .present(path)
        .map(cell -> Suppressions.of(cell.tree(), dialect(path, snapshot)))
        .orElse(Suppressions.NONE);
  }

  /** The way from an older text of a file to this one. */
  static Shift shift(Snapshot old, FileCell cell) {
    Optional<SourceText> text = old.present(cell.path()).map(FileCell::source);
    return Shift.between(text.map(SourceText::text).orElse(""), cell.source().text());
  }

  private List<Finding> fileFindings(FileCell cell, Snapshot snapshot) {
    Role role = Role.of(cell.path(), snapshot);
    RuleRunner runner = rules.runner();
    Checked known = files.get(cell.path());
    if (known != null
        && known.cell() == cell
        && known.role().equals(role)
        && known.runner() == runner) {
      return known.findings();
    }
    List<Finding> findings = runner.checkFile(checked(cell, role), List.of());
    files.put(cell.path(), new Checked(cell, role, runner, findings));
    return findings;
  }

  private static CheckedFile checked(FileCell cell, Role role) {
    return new CheckedFile(cell.path(), cell.tree(), role.dialect(), role.isRoot());
  }

  private static Dialect dialect(VfsPath path, Snapshot snapshot) {
    return snapshot.specs().stream()
        .filter(spec -> path.isIn(spec.srctree()))
        .findFirst()
        .map(ProjectSpec::dialect)
        .orElseGet(Dialects::lenient);
  }

  private void publish(VfsPath path) {
    if (!session.features().can(Can.TAKE_PUBLISHED)) {
      return;
    }
    synchronized (publishing) {
      Snapshot newest = session.workspace().snapshot();
      List<Diagnostic> diagnostics =
          newest.present(path).map(cell -> diagnostics(cell, newest)).orElse(List.of());
      Session.Open open = session.open().get(path);
      Published before = published.get(path);
      if (before == null ? diagnostics.isEmpty() && open == null : before.has(diagnostics)) {
        return;
      }
      String uri = before == null || open != null ? session.uri(path) : before.uri();
      if (diagnostics.isEmpty() && open == null) {
        published.remove(path);
      } else {
        published.put(path, new Published(uri, diagnostics));
      }
      PublishDiagnosticsParams params = new PublishDiagnosticsParams(uri, diagnostics);
      if (open != null && session.features().can(Can.TAKE_VERSIONS)) {
        params.setVersion(newest.present(path).map(FileCell::version).orElse(open.version()));
      }
      session.client().ifPresent(client -> client.publishDiagnostics(params));
    }
  }

  void warn(String message) {
    session.warn(message);
  }

  void log(String message) {
    session.log(message);
  }
}
