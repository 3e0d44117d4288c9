package kconfigls.lsp.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import kconfigls.ide.RenamedFile;
import kconfigls.ide.RenamedFile.Edit;
import kconfigls.ide.RenamedFile.Group;
import kconfigls.text.escape.Printable;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.ChangeAnnotation;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** A rename as an edit of the protocol. */
public final class RenameEdits {
  private RenameEdits() {}

  /** The version that an editor holds of a document; null if none holds it. */
  public interface Versions {
    @Nullable Integer of(VfsPath file);
  }

  /** With the versions of the documents, and an annotation for what has to be confirmed. */
  public static WorkspaceEdit annotated(
      List<RenamedFile> files, ToLsp toLsp, Function<VfsPath, String> uris, Versions versions) {
    List<Either<TextDocumentEdit, ResourceOperation>> documents = new ArrayList<>();
    Map<String, ChangeAnnotation> annotations = new LinkedHashMap<>();
    for (RenamedFile file : files) {
      List<Either<TextEdit, SnippetTextEdit>> edits = new ArrayList<>();
      for (Edit edit : file.edits()) {
        edits.add(Either.forLeft(textEdit(file, edit, toLsp)));
        if (edit.group().isToBeConfirmed()) {
          annotations.computeIfAbsent(id(edit.group()), id -> annotation(edit.group()));
        }
      }
      VersionedTextDocumentIdentifier document =
          new VersionedTextDocumentIdentifier(uris.apply(file.file()), versions.of(file.file()));
      documents.add(Either.forLeft(new TextDocumentEdit(document, edits)));
    }
    WorkspaceEdit edit = new WorkspaceEdit(documents);
    if (!annotations.isEmpty()) {
      edit.setChangeAnnotations(annotations);
    }
    return edit;
  }

  private static TextEdit textEdit(RenamedFile file, Edit edit, ToLsp toLsp) {
    TextEdit plain = new TextEdit(toLsp.range(file.source(), edit.range()), edit.newText());
    return edit.group().isToBeConfirmed()
        ? new AnnotatedTextEdit(plain.getRange(), plain.getNewText(), id(edit.group()))
        : plain;
  }

  private static String id(Group group) {
    return group.name().toLowerCase(Locale.ROOT);
  }

  private static ChangeAnnotation annotation(Group group) {
    ChangeAnnotation annotation = new ChangeAnnotation(Printable.line(group.label()));
    annotation.setDescription(Printable.line(group.description()));
    annotation.setNeedsConfirmation(true);
    return annotation;
  }

  /** For clients that take neither. */
  public static WorkspaceEdit plain(
      List<RenamedFile> files, ToLsp toLsp, Function<VfsPath, String> uris) {
    Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
    for (RenamedFile file : files) {
      changes.put(
          uris.apply(file.file()),
          file.edits().stream()
              .map(e -> new TextEdit(toLsp.range(file.source(), e.range()), e.newText()))
              .toList());
    }
    return new WorkspaceEdit(changes);
  }
}
