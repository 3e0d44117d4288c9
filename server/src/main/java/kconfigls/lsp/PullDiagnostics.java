package kconfigls.lsp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kconfigls.analysis.CancelToken;
import kconfigls.lsp.convert.Uris;
import kconfigls.model.ProjectModel;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.jspecify.annotations.Nullable;

/**
 * Answers clients that ask for diagnostics instead of having them published. A result's id is made
 * of what it holds, so that nothing need be remembered to tell that nothing has changed.
 */
final class PullDiagnostics {
  private final Session session;
  private final DiagnosticsPublisher diagnostics;

  PullDiagnostics(Session session, DiagnosticsPublisher diagnostics) {
    this.session = session;
    this.diagnostics = diagnostics;
  }

  /**
   * The diagnostics of one document.
   *
   * @param previous the id of what the client has; null for nothing
   */
  DocumentDiagnosticReport ofDocument(String uri, @Nullable String previous) {
    VfsPath path = Uris.path(uri);
    diagnostics.configs().check(path, CancelToken.NONE);
    List<Diagnostic> now = diagnostics.of(path);
    String id = id(now);
    if (id.equals(previous)) {
      return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(id));
    }
    RelatedFullDocumentDiagnosticReport report = new RelatedFullDocumentDiagnosticReport(now);
    report.setResultId(id);
    return new DocumentDiagnosticReport(report);
  }

  /**
   * The diagnostics of all files of the projects. A file without any is left out, unless the client
   * has some of it.
   *
   * @param previous the ids of what the client has
   */
  List<WorkspaceDocumentDiagnosticReport> ofWorkspace(List<PreviousResultId> previous) {
    Map<VfsPath, String> known = new HashMap<>();
    previous.forEach(each -> known.put(Uris.path(each.getUri()), each.getValue()));
    Set<VfsPath> paths = new TreeSet<>(known.keySet());
    paths.addAll(session.open().keySet());
    for (ProjectModel model : session.workspace().snapshot().models()) {
      paths.addAll(model.fileSet());
    }
    List<WorkspaceDocumentDiagnosticReport> reports = new ArrayList<>();
    for (VfsPath path : paths) {
      List<Diagnostic> now = diagnostics.of(path);
      if (!now.isEmpty() || known.containsKey(path)) {
        reports.add(report(path, now, known.get(path)));
      }
    }
    return reports;
  }

  private WorkspaceDocumentDiagnosticReport report(
      VfsPath path, List<Diagnostic> now, @Nullable String previous) {
    String id = id(now);
    String uri = session.uri(path);
    Session.Open open = session.open().get(path);
    @Nullable Integer version = open == null ? null : (Integer) open.version();
    if (id.equals(previous)) {
      return new WorkspaceDocumentDiagnosticReport(
          new WorkspaceUnchangedDocumentDiagnosticReport(id, uri, version));
    }
    WorkspaceFullDocumentDiagnosticReport report =
        new WorkspaceFullDocumentDiagnosticReport(now, uri, version);
    report.setResultId(id);
    return new WorkspaceDocumentDiagnosticReport(report);
  }

  private static String id(List<Diagnostic> diagnostics) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = diagnostics.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
