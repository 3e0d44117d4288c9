package kconfigls.lsp;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.ide.refactoring.Refactoring;
import kconfigls.ide.refactoring.Refactorings;
import kconfigls.lsp.convert.Uris;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Printable;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;

/** The refactorings of a selection as actions, which are found again when one is chosen. */
final class RefactoringActions {
  /** What an action's data says it is. */
  static final String WHAT = "refactoring";

  private RefactoringActions() {}

  /** The actions of the kinds that are wanted, without their edits. */
  static List<CodeAction> of(
      Snapshot snapshot, FileCell cell, TextRange selection, Predicate<String> isWanted) {
    List<CodeAction> actions = new ArrayList<>();
    for (Refactoring each : Refactorings.of(new Semantics(snapshot), cell, selection)) {
      String kind = kind(each.kind());
      if (isWanted.test(kind)) {
        CodeAction action = new CodeAction(Printable.line(each.title()));
        action.setKind(kind);
        action.setData(data(cell, selection, each.id()));
        actions.add(action);
      }
    }
    return actions;
  }

  private static String kind(Refactoring.Kind kind) {
    return switch (kind) {
      case EXTRACT -> CodeActionKind.RefactorExtract;
      case INLINE -> CodeActionKind.RefactorInline;
      case REWRITE -> CodeActionKind.RefactorRewrite;
    };
  }

  private static JsonObject data(FileCell cell, TextRange selection, String id) {
    JsonObject data = new JsonObject();
    data.addProperty("uri", Uris.uri(cell.path()));
    data.addProperty("what", WHAT);
    data.addProperty("id", id);
    data.addProperty("start", selection.start());
    data.addProperty("end", selection.end());
    data.addProperty("text", cell.source().hashCode());
    return data;
  }

  /** The edits of an action; empty if the text is another one now. */
  static Optional<Map<VfsPath, List<TextEdit>>> edits(
      Snapshot snapshot, FileCell cell, JsonObject data) {
    if (data.get("text").getAsInt() != cell.source().hashCode()) {
      return Optional.empty();
    }
    TextRange selection = new TextRange(data.get("start").getAsInt(), data.get("end").getAsInt());
    return Refactorings.of(new Semantics(snapshot), cell, selection).stream()
        .filter(each -> each.id().equals(data.get("id").getAsString()))
        .findFirst()
        .map(each -> Map.of(cell.path(), each.edits()));
  }
}
