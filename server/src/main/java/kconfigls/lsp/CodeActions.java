package kconfigls.lsp;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Snapshot;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.lsp.DiagnosticsPublisher.Shown;
import kconfigls.lsp.RequestRunner.View;
import kconfigls.lsp.convert.ToLsp;
import kconfigls.lsp.convert.Uris;
import kconfigls.lsp.convert.WorkspaceEdits;
import kconfigls.rules.Finding;
import kconfigls.rules.Fix;
import kconfigls.rules.FixRound;
import kconfigls.rules.IgnoreComment;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Printable;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The fixes of a document's findings, and its refactorings, as actions; their edits come when one
 * is chosen.
 */
final class CodeActions {
  static final String FIX_ALL = CodeActionKind.SourceFixAll + ".kconfig-ls";

  /** Of more findings in one place nobody reads the fixes, and each costs time. */
  private static final int MOST_FINDINGS = 100;

  /** How many safe fixes are tried before all of them are. */
  private static final int FEW = 4;

  private final Session session;
  private final DiagnosticsPublisher diagnostics;

  CodeActions(Session session, DiagnosticsPublisher diagnostics) {
    this.session = session;
    this.diagnostics = diagnostics;
  }

  /** The actions for a part of a document. */
  List<Either<Command, CodeAction>> of(View view, CodeActionParams params) {
    Request request = new Request(view.semantics().snapshot(), view.cell(), view.toLsp());
    List<CodeAction> actions = new ArrayList<>();
    if (isWanted(params, CodeActionKind.QuickFix)) {
      TextRange range = view.range(params.getRange());
      request.shown.stream()
          .filter(shown -> touch(shown.range(), range))
          .limit(MOST_FINDINGS)
          .forEach(shown -> request.addFixes(shown, actions));
    }
    if (isWanted(params, FIX_ALL) && request.canFix()) {
      actions.add(request.action("Fix all that is safe to fix", FIX_ALL, data(view.cell(), "all")));
    }
    actions.addAll(
        RefactoringActions.of(
            request.snapshot,
            view.cell(),
            view.range(params.getRange()),
            kind -> isWanted(params, kind)));
    boolean lazy = view.client().can(Can.RESOLVE_EDITS);
    return actions.stream()
        .map(action -> lazy ? action : resolve(request, action))
        .map(Either::<Command, CodeAction>forRight)
        .toList();
  }

  private static boolean touch(TextRange a, TextRange b) {
    return a.start() <= b.end() && b.start() <= a.end();
  }

  private static boolean isWanted(CodeActionParams params, String kind) {
    List<String> only = params.getContext().getOnly();
    return only == null
        || only.stream().anyMatch(each -> kind.equals(each) || kind.startsWith(each + "."));
  }

  private static JsonObject data(FileCell cell, String what) {
    JsonObject data = new JsonObject();
    data.addProperty("uri", Uris.uri(cell.path()));
    data.addProperty("what", what);
    return data;
  }

  /** The same action with its edit; without one if the document has changed so much. */
  CodeAction resolve(CodeAction action) {
    if (!(action.getData() instanceof JsonObject data) || !data.has("uri")) {
      return action;
    }
    Snapshot snapshot = session.workspace().snapshot();
    ToLsp toLsp = session.toLsp(snapshot);
    return snapshot
        .present(Uris.path(data.get("uri").getAsString()))
        .map(cell -> resolve(new Request(snapshot, cell, toLsp), action))
        .orElse(action);
  }

  private static CodeAction resolve(Request request, CodeAction action) {
    if (action.getData() instanceof JsonObject data) {
      String what = data.get("what").getAsString();
      Optional<Map<VfsPath, List<TextEdit>>> edits =
          switch (what) {
            case "all" -> Optional.of(request.round(shown -> true));
            case RefactoringActions.WHAT ->
                RefactoringActions.edits(request.snapshot, request.cell, data);
            case "rule" -> Optional.of(request.round(isOf(data.get("rule").getAsString())));
            default -> request.fix(data);
          };
      edits.map(request::edit).ifPresent(action::setEdit);
      action.setData(null);
    }
    return action;
  }

  private static Predicate<Shown> isOf(String rule) {
    return shown -> shown.finding().rule().id().equals(rule);
  }

  /** One document at one moment. */
  private final class Request {
    private final Snapshot snapshot;
    private final FileCell cell;
    private final ToLsp toLsp;
    private final List<Shown> shown;

    /** Whether there is more than one safe fix, by rule. */
    private final Map<String, Boolean> several = new HashMap<>();

    Request(Snapshot snapshot, FileCell cell, ToLsp toLsp) {
      this.snapshot = snapshot;
      this.cell = cell;
      this.toLsp = toLsp;
      this.shown = diagnostics.shown(cell, snapshot);
    }

    private CodeAction action(String title, String kind, JsonObject data) {
      CodeAction action = new CodeAction(Printable.line(title));
      action.setKind(kind);
      action.setData(data);
      return action;
    }

    private void addFixes(Shown of, List<CodeAction> actions) {
      String rule = of.finding().rule().id();
      boolean preferred = true;
      for (Fix fix : fixes(of)) {
        if (edits(of, fix).isEmpty()) {
          continue;
        }
        JsonObject data = data(cell, "fix");
        data.addProperty("rule", rule);
        data.addProperty("message", of.finding().message());
        data.addProperty("start", of.range().start());
        data.addProperty("title", fix.title());
        CodeAction action = action(fix.title(), CodeActionKind.QuickFix, data);
        action.setDiagnostics(List.of(toLsp.diagnostic(cell.source(), of.range(), of.finding())));
        if (fix.safe() && preferred) {
          action.setIsPreferred(true);
          preferred = false;
        }
        actions.add(action);
      }
      String title = "Fix all of `" + rule + "` in this file";
      if (several.computeIfAbsent(rule, this::hasSeveral)
          && actions.stream().noneMatch(action -> action.getTitle().equals(title))) {
        JsonObject data = data(cell, "rule");
        data.addProperty("rule", rule);
        actions.add(action(title, CodeActionKind.QuickFix, data));
      }
    }

    private boolean hasSeveral(String rule) {
      return shown.stream().filter(isOf(rule)).filter(Request::isSafe).limit(2).count() > 1;
    }

    /** Whether a fix of the whole document would do something; it is not worked out for that. */
    boolean canFix() {
      Set<Shown> few = Collections.newSetFromMap(new IdentityHashMap<>());
      shown.stream().filter(each -> each.isOf(cell) && isSafe(each)).limit(FEW).forEach(few::add);
      return !few.isEmpty() && (!round(few::contains).isEmpty() || !round(any -> true).isEmpty());
    }

    /** The rule's fixes, and at last the comment that silences it. */
    private static List<Fix> fixes(Shown shown) {
      List<Fix> fixes = new ArrayList<>(shown.finding().fixes().all());
      shown
          .snapshot()
          .present(shown.finding().place().file())
          .flatMap(cell -> IgnoreComment.fix(cell, shown.finding()))
          .ifPresent(fixes::add);
      return fixes;
    }

    private static boolean isSafe(Shown shown) {
      return shown.finding().fixes().all().stream().anyMatch(Fix::safe);
    }

    /** The edits of the fix that an action is for. */
    Optional<Map<VfsPath, List<TextEdit>>> fix(JsonObject data) {
      for (Shown each : shown) {
        Finding finding = each.finding();
        if (finding.rule().id().equals(data.get("rule").getAsString())
            && finding.message().equals(data.get("message").getAsString())
            && each.range().start() == data.get("start").getAsInt()) {
          return fixes(each).stream()
              .filter(fix -> fix.title().equals(data.get("title").getAsString()))
              .findFirst()
              .flatMap(fix -> edits(each, fix));
        }
      }
      return Optional.empty();
    }

    /** A fix's edits of the newest texts; empty if one of them was edited there since. */
    private Optional<Map<VfsPath, List<TextEdit>>> edits(Shown of, Fix fix) {
      Map<VfsPath, List<TextEdit>> edits = new LinkedHashMap<>();
      Map<VfsPath, Shift> shifts = new HashMap<>();
      for (Fix.Edit edit : fix.edits()) {
        Place place = edit.place();
        Optional<FileCell> now = snapshot.present(place.file());
        if (now.isEmpty()) {
          return Optional.empty();
        }
        Optional<TextRange> range =
            shifts
                .computeIfAbsent(
                    place.file(), file -> DiagnosticsPublisher.shift(of.snapshot(), now.get()))
                .apply(place.range());
        if (range.isEmpty()) {
          return Optional.empty();
        }
        edits
            .computeIfAbsent(place.file(), file -> new ArrayList<>())
            .add(new TextEdit(range.get(), edit.text()));
      }
      return Optional.of(edits);
    }

    /** The safe fixes of findings of this very text, as far as they go together. */
    Map<VfsPath, List<TextEdit>> round(Predicate<Shown> wanted) {
      List<Finding> findings =
          shown.stream()
              .filter(wanted)
              .filter(each -> each.isOf(cell))
              .map(Shown::finding)
              .toList();
      FixRound round = FixRound.of(findings, snapshot::present, this::isSafeHere);
      Map<VfsPath, List<TextEdit>> edits = new LinkedHashMap<>();
      for (FixRound.Applied applied : round.applied()) {
        for (Fix.Edit edit : applied.fix().edits()) {
          edits
              .computeIfAbsent(edit.place().file(), file -> new ArrayList<>())
              .add(new TextEdit(edit.place().range(), edit.text()));
        }
      }
      return edits;
    }

    private boolean isSafeHere(FixRound.Applied applied) {
      return applied.fix().safe()
          && applied.fix().edits().stream()
              .allMatch(edit -> edit.place().file().equals(cell.path()));
    }

    WorkspaceEdit edit(Map<VfsPath, List<TextEdit>> edits) {
      return WorkspaceEdits.of(
          edits, snapshot, toLsp, session::uri, session.features().can(Can.TAKE_DOCUMENT_CHANGES));
    }
  }
}
