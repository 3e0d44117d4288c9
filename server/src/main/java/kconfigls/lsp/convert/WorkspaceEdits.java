package kconfigls.lsp.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Snapshot;
import kconfigls.text.TextEdit;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Edits of several files, for the texts of a snapshot. */
public final class WorkspaceEdits {
  private WorkspaceEdits() {}

  /**
   * The edits as the client takes them.
   *
   * @param versioned whether it takes the versions of the documents
   */
  public static WorkspaceEdit of(
      Map<VfsPath, List<TextEdit>> edits,
      Snapshot snapshot,
      ToLsp toLsp,
      Function<VfsPath, String> uris,
      boolean versioned) {
    Map<String, List<org.eclipse.lsp4j.TextEdit>> changes = new LinkedHashMap<>();
    List<Either<TextDocumentEdit, ResourceOperation>> documents = new ArrayList<>();
    edits.forEach(
        (path, list) -> {
          FileCell cell = snapshot.present(path).orElseThrow();
          List<org.eclipse.lsp4j.TextEdit> converted =
              list.stream()
                  .map(
                      edit ->
                          new org.eclipse.lsp4j.TextEdit(
                              toLsp.range(cell.source(), edit.range()), edit.newText()))
                  .toList();
          changes.put(uris.apply(path), converted);
          List<Either<org.eclipse.lsp4j.TextEdit, SnippetTextEdit>> plain = new ArrayList<>();
          converted.forEach(edit -> plain.add(Either.forLeft(edit)));
          VersionedTextDocumentIdentifier document =
              new VersionedTextDocumentIdentifier(uris.apply(path), version(cell));
          documents.add(Either.forLeft(new TextDocumentEdit(document, plain)));
        });
    return versioned ? new WorkspaceEdit(documents) : new WorkspaceEdit(changes);
  }

  /** The editor's version of the text; null for one that no editor holds. */
  private static @Nullable Integer version(FileCell cell) {
    return cell.isOpenInEditor() && cell.state() instanceof FileState.Present present
        ? present.version()
        : null;
  }
}
