package kconfigls.lsp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.analysis.Change;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.io.AllowedFolders;
import kconfigls.lsp.convert.Uris;
import kconfigls.text.LineIndex;
import kconfigls.text.LinePosition;
import kconfigls.text.PositionEncoding;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import kconfigls.vfs.FileState;
import kconfigls.vfs.FileState.Origin;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/** Keeps the workspace in step with the editor's documents; on the thread that reads messages. */
final class Documents {
  private final Session session;
  private final Indexer indexer;

  Documents(Session session, Indexer indexer) {
    this.session = session;
    this.indexer = indexer;
  }

  void opened(TextDocumentItem document) {
    VfsPath path = Uris.path(document.getUri());
    String language = document.getLanguageId() == null ? "" : document.getLanguageId();
    DocumentKind kind =
        DocumentKinds.of(language, path, document.getText(), session.workspace().snapshot());
    session
        .open()
        .put(path, new Session.Open(document.getUri(), document.getVersion(), language, kind));
    put(path, kind, SourceText.of(document.getText()), document.getVersion());
    indexer.opened(path, kind);
    tellIfTooLarge(path, kind);
  }

  /** A document whose edit fails is taken for closed: its text is not the editor's any more. */
  void changed(
      VersionedTextDocumentIdentifier document, List<TextDocumentContentChangeEvent> changes) {
    try {
      change(document, changes);
    } catch (RuntimeException | Error e) {
      closed(document.getUri());
      throw e;
    }
  }

  private void change(
      VersionedTextDocumentIdentifier document, List<TextDocumentContentChangeEvent> changes) {
    VfsPath path = Uris.path(document.getUri());
    Session.Open known = session.open().get(path);
    Optional<FileCell> cell = session.workspace().snapshot().present(path);
    if (known == null || cell.isEmpty()) {
      return;
    }
    int version = document.getVersion() == null ? known.version() + 1 : document.getVersion();
    SourceText text = cell.get().source();
    for (TextDocumentContentChangeEvent change : changes) {
      text = apply(text, change, session.features().encoding());
    }
    DocumentKind before = cell.get().kind();
    boolean wasTooLarge = before == DocumentKind.TOO_LARGE;
    if (wasTooLarge == text.length() > FileState.MOST) {
      session.open().put(path, known.with(version, before));
      put(path, before, text, version);
      indexer.edited(path, before);
      return;
    }
    DocumentKind kind =
        DocumentKinds.of(known.language(), path, text.text(), session.workspace().snapshot());
    session.open().put(path, known.with(version, kind));
    leave(path, before);
    put(path, kind, text, version);
    indexer.opened(path, kind);
    tellIfTooLarge(path, kind);
  }

  /** Takes what the editor holds from the workspace. */
  private void leave(VfsPath path, DocumentKind kind) {
    AllowedFolders allowed = AllowedFolders.of(session.workspace().snapshot().specs());
    session
        .workspace()
        .apply(
            kind == DocumentKind.KCONFIG
                ? new Change.Files(Map.of(path, allowed.load(path)), Map.of())
                : new Change.Closed(path));
    indexer.closed(path, kind);
  }

  private void tellIfTooLarge(VfsPath path, DocumentKind kind) {
    if (kind == DocumentKind.TOO_LARGE) {
      String text = path.name() + " is larger than " + (FileState.MOST >> 20) + " MB: ";
      session.warn(text + "kconfig-ls does not look at it");
    }
  }

  private static SourceText apply(
      SourceText text, TextDocumentContentChangeEvent change, PositionEncoding encoding) {
    Range range = change.getRange();
    if (range == null) {
      return SourceText.of(change.getText());
    }
    int start = offset(text.editorLines(), range.getStart(), encoding);
    int end = offset(text.editorLines(), range.getEnd(), encoding);
    TextRange replaced = new TextRange(Math.min(start, end), Math.max(start, end));
    return text.with(new TextEdit(replaced, change.getText()));
  }

  private static int offset(LineIndex lines, Position position, PositionEncoding encoding) {
    return lines.offset(
        new LinePosition(position.getLine(), Math.max(0, position.getCharacter())), encoding);
  }

  void closed(String uri) {
    VfsPath path = Uris.path(uri);
    Session.Open known = session.open().remove(path);
    if (known != null) {
      leave(path, known.kind());
    }
  }

  private void put(VfsPath path, DocumentKind kind, SourceText text, int version) {
    FileState.Present state = new FileState.Present(text, Origin.EDITOR, version);
    session
        .workspace()
        .apply(
            kind == DocumentKind.KCONFIG
                ? new Change.Files(Map.of(path, state), Map.of())
                : new Change.Document(path, kind, state));
  }
}
