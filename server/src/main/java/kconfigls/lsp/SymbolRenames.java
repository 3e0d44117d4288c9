package kconfigls.lsp;

import java.util.List;
import kconfigls.analysis.CancelToken;
import kconfigls.ide.RenamedFile;
import kconfigls.ide.RenamedFile.Edit;
import kconfigls.ide.Renames;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.lsp.RequestRunner.View;
import kconfigls.lsp.convert.RenameEdits;
import kconfigls.usage.SourceIndex;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Renames through a whole tree, as far as the client can ask its user about each place. */
final class SymbolRenames {
  private static final int FILES_TOLD = 5;

  private final Session session;
  private final SourceIndexes sources;

  SymbolRenames(Session session, SourceIndexes sources) {
    this.session = session;
    this.sources = sources;
  }

  WorkspaceEdit rename(View view, String newName, CancelToken cancel) {
    SourceIndex index =
        Renames.target(view.semantics(), view.cell(), view.offset())
            .filter(Renames.Target::isSymbol)
            .flatMap(target -> view.semantics().projectOf(view.cell().path()))
            .map(model -> sources.of(model.spec(), cancel))
            .orElse(SourceIndex.NONE);
    return switch (Renames.rename(
        view.semantics(), view.cell(), view.offset(), newName, index, cancel)) {
      case Renames.Outcome.Edits edits -> edit(view, edits.files());
      case Renames.Outcome.Refused refused -> throw Views.failed(refused.reason());
    };
  }

  private WorkspaceEdit edit(View view, List<RenamedFile> files) {
    boolean asks =
        view.client().can(Can.ANNOTATE_CHANGES) && view.client().can(Can.TAKE_DOCUMENT_CHANGES);
    if (asks) {
      return RenameEdits.annotated(files, view.toLsp(), session::uri, session::version);
    }
    List<RenamedFile> left =
        files.stream()
            .filter(file -> file.edits().stream().anyMatch(e -> e.group().isLeft()))
            .toList();
    if (!left.isEmpty()) {
      session.warn(message(left));
    }
    List<RenamedFile> unasked =
        files.stream().map(RenamedFile::unasked).filter(f -> !f.edits().isEmpty()).toList();
    return view.client().can(Can.TAKE_DOCUMENT_CHANGES)
        ? RenameEdits.annotated(unasked, view.toLsp(), session::uri, session::version)
        : RenameEdits.plain(unasked, view.toLsp(), session::uri);
  }

  /** A build ignores what still has the old name, without a word. */
  private static String message(List<RenamedFile> left) {
    long places =
        left.stream()
            .flatMap(file -> file.edits().stream())
            .map(Edit::group)
            .filter(RenamedFile.Group::isLeft)
            .count();
    StringBuilder text =
        new StringBuilder("Only Kconfig was changed, because this editor cannot ask about other ")
            .append("places one by one. The old name still stands in ")
            .append(places)
            .append(places == 1 ? " place of" : " places of");
    left.stream().limit(FILES_TOLD).forEach(file -> text.append(' ').append(file.file()));
    if (left.size() > FILES_TOLD) {
      text.append(" and ").append(left.size() - FILES_TOLD).append(" more files");
    }
    return text.toString();
  }
}
