package kconfigls.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import kconfigls.lsp.convert.ToLsp;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Finding;
import kconfigls.rules.FollowOns;
import kconfigls.rules.RuleRunner;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;
import kconfigls.text.SourceText;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Publishes findings in two phases: those of one file at once, those of the projects later. A list
 * that did not change is not sent again.
 */
final class DiagnosticsPublisher {
  /** The findings of one text. */
  private record Checked(FileCell cell, List<Finding> findings) {}

  /** The findings of the projects, and the texts that they are about. */
  private record Projects(
      List<ProjectModel> models,
      List<Finding> findings,
      Map<VfsPath, List<Finding>> byFile,
      Snapshot snapshot) {
    static final Projects NONE =
        new Projects(List.of(), List.of(), Map.of(), new Workspace().snapshot());
  }

  private final Session session;
  private final Map<VfsPath, Checked> files = new ConcurrentHashMap<>();
  private final Map<VfsPath, List<Diagnostic>> published = new HashMap<>();
  private final Object publishing = new Object();
  private volatile Projects projects = Projects.NONE;

  DiagnosticsPublisher(Session session) {
    this.session = session;
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
    if (!same(models, old.models())) {
      CancelToken superseded =
          new CancelToken(
              () -> session.workspace().snapshot().generation() != snapshot.generation());
      CheckedProjects checked = new CheckedProjects(new Semantics(snapshot), models, superseded);
      Map<VfsPath, List<Finding>> byFile = new HashMap<>();
      List<Finding> findings = runner().checkProjects(checked);
      for (Finding finding : findings) {
        byFile.computeIfAbsent(finding.place().file(), k -> new ArrayList<>()).add(finding);
      }
      projects = new Projects(models, findings, byFile, snapshot);
    }
    Set<VfsPath> paths = new HashSet<>(session.open().keySet());
    models.forEach(model -> paths.addAll(model.fileSet()));
    synchronized (publishing) {
      paths.addAll(published.keySet());
    }
    paths.forEach(this::publish);
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
    ToLsp toLsp = new ToLsp(snapshot, session.features().encoding());
    boolean open = session.open().containsKey(cell.path());
    List<Diagnostic> all = new ArrayList<>();
    Projects known = projects;
    for (Finding finding : FollowOns.removed(fileFindings(cell, snapshot), known.findings())) {
      if (open || finding.severity().compareTo(Severity.WARNING) >= 0) {
        all.add(toLsp.diagnostic(cell.source(), finding.place().range(), finding));
      }
    }
    Shift shift = shift(known, cell);
    for (Finding finding : known.byFile().getOrDefault(cell.path(), List.of())) {
      if (open || finding.severity().compareTo(Severity.WARNING) >= 0) {
        shift
            .apply(finding.place().range())
            .ifPresent(range -> all.add(toLsp.diagnostic(cell.source(), range, finding)));
      }
    }
    return all;
  }

  private static Shift shift(Projects known, FileCell cell) {
    Optional<SourceText> old = known.snapshot().present(cell.path()).map(FileCell::source);
    return Shift.between(old.map(SourceText::text).orElse(""), cell.source().text());
  }

  private List<Finding> fileFindings(FileCell cell, Snapshot snapshot) {
    Checked known = files.get(cell.path());
    if (known != null && known.cell() == cell) {
      return known.findings();
    }
    Optional<ProjectSpec> spec =
        snapshot.specs().stream().filter(s -> cell.path().isIn(s.srctree())).findFirst();
    Dialect dialect = spec.map(ProjectSpec::dialect).orElseGet(Dialects::lenient);
    boolean root =
        snapshot.specs().stream().anyMatch(s -> !s.isFragment() && s.root().equals(cell.path()));
    CheckedFile file = new CheckedFile(cell.path(), cell.tree(), dialect, root);
    List<Finding> findings = runner().checkFile(file, List.of());
    files.put(cell.path(), new Checked(cell, findings));
    return findings;
  }

  private RuleRunner runner() {
    return new RuleRunner(
        Rules.all(), RuleSeverities.of(session.settings(), this::warn), this::log);
  }

  /** Forgets findings of another dialect or other settings. */
  void forget() {
    files.clear();
    projects = Projects.NONE;
  }

  private void publish(VfsPath path) {
    if (!session.features().push()) {
      return;
    }
    synchronized (publishing) {
      Snapshot newest = session.workspace().snapshot();
      List<Diagnostic> diagnostics =
          newest.present(path).map(cell -> diagnostics(cell, newest)).orElse(List.of());
      List<Diagnostic> before = published.getOrDefault(path, List.of());
      Session.Open open = session.open().get(path);
      if (diagnostics.equals(before) && (open == null || published.containsKey(path))) {
        return;
      }
      if (diagnostics.isEmpty() && open == null) {
        published.remove(path);
      } else {
        published.put(path, diagnostics);
      }
      PublishDiagnosticsParams params =
          new PublishDiagnosticsParams(session.uri(path), diagnostics);
      if (open != null && session.features().versions()) {
        params.setVersion(open.version());
      }
      session.client().ifPresent(client -> client.publishDiagnostics(params));
    }
  }

  void warn(String message) {
    session
        .client()
        .ifPresent(client -> client.showMessage(new MessageParams(MessageType.Warning, message)));
  }

  void log(String message) {
    session
        .client()
        .ifPresent(client -> client.logMessage(new MessageParams(MessageType.Error, message)));
  }
}
