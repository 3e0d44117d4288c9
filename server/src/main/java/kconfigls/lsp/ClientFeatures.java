package kconfigls.lsp;

import java.util.List;
import java.util.stream.Stream;
import kconfigls.ide.support.Markup;
import kconfigls.text.PositionEncoding;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the client can do.
 *
 * @param push whether it takes published diagnostics
 * @param codeActions whether it takes actions, and not commands only
 * @param lazyEdits whether it asks for an action's edit when the action is chosen
 * @param documentChanges whether it takes edits with the version of their document
 * @param dynamicDocuments whether it can be asked later for more kinds of documents, and for
 *     features in them
 * @param changeAnnotations whether it asks its user about edits that need it
 */
record ClientFeatures(
    PositionEncoding encoding,
    Markup.Style hover,
    boolean snippets,
    boolean push,
    boolean pull,
    boolean progress,
    boolean configuration,
    boolean watchedFiles,
    boolean versions,
    boolean codeActions,
    boolean lazyEdits,
    boolean documentChanges,
    boolean dynamicDocuments,
    boolean changeAnnotations,
    Refreshes refreshes) {

  static final ClientFeatures LEAST =
      new ClientFeatures(
          PositionEncoding.UTF16,
          Markup.Style.PLAIN,
          false,
          true,
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          Refreshes.NONE);

  static ClientFeatures of(@Nullable ClientCapabilities capabilities) {
    if (capabilities == null) {
      return LEAST;
    }
    TextDocumentClientCapabilities document = capabilities.getTextDocument();
    WorkspaceClientCapabilities workspace = capabilities.getWorkspace();
    WindowClientCapabilities window = capabilities.getWindow();
    boolean pull = document != null && document.getDiagnostic() != null;
    return new ClientFeatures(
        encoding(capabilities.getGeneral()),
        markdown(document) ? Markup.Style.MARKDOWN : Markup.Style.PLAIN,
        snippets(document),
        !pull || document.getPublishDiagnostics() != null,
        pull,
        window != null && Boolean.TRUE.equals(window.getWorkDoneProgress()),
        workspace != null && Boolean.TRUE.equals(workspace.getConfiguration()),
        workspace != null
            && workspace.getDidChangeWatchedFiles() != null
            && Boolean.TRUE.equals(workspace.getDidChangeWatchedFiles().getDynamicRegistration()),
        versions(document),
        codeActions(document),
        lazyEdits(document),
        workspace != null
            && workspace.getWorkspaceEdit() != null
            && Boolean.TRUE.equals(workspace.getWorkspaceEdit().getDocumentChanges()),
        dynamicDocuments(document),
        workspace != null
            && workspace.getWorkspaceEdit() != null
            && workspace.getWorkspaceEdit().getChangeAnnotationSupport() != null,
        Refreshes.of(capabilities));
  }

  private static boolean dynamicDocuments(@Nullable TextDocumentClientCapabilities document) {
    return document != null
        && Stream.of(
                document.getSynchronization(),
                document.getHover(),
                document.getDefinition(),
                document.getReferences(),
                document.getDocumentHighlight(),
                document.getCompletion())
            .allMatch(each -> each != null && Boolean.TRUE.equals(each.getDynamicRegistration()));
  }

  private static boolean codeActions(@Nullable TextDocumentClientCapabilities document) {
    return document != null
        && document.getCodeAction() != null
        && document.getCodeAction().getCodeActionLiteralSupport() != null;
  }

  private static boolean lazyEdits(@Nullable TextDocumentClientCapabilities document) {
    return codeActions(document)
        && document != null
        && Boolean.TRUE.equals(document.getCodeAction().getDataSupport())
        && document.getCodeAction().getResolveSupport() != null
        && document.getCodeAction().getResolveSupport().getProperties().contains("edit");
  }

  private static PositionEncoding encoding(@Nullable GeneralClientCapabilities general) {
    List<String> offered =
        general == null || general.getPositionEncodings() == null
            ? List.of()
            : general.getPositionEncodings();
    for (String name : offered) {
      switch (name) {
        case "utf-8":
          return PositionEncoding.UTF8;
        case "utf-16":
          return PositionEncoding.UTF16;
        case "utf-32":
          return PositionEncoding.UTF32;
        default:
          break;
      }
    }
    return PositionEncoding.UTF16;
  }

  private static boolean markdown(@Nullable TextDocumentClientCapabilities document) {
    return document != null
        && document.getHover() != null
        && document.getHover().getContentFormat() != null
        && document.getHover().getContentFormat().contains("markdown");
  }

  private static boolean snippets(@Nullable TextDocumentClientCapabilities document) {
    return document != null
        && document.getCompletion() != null
        && document.getCompletion().getCompletionItem() != null
        && Boolean.TRUE.equals(document.getCompletion().getCompletionItem().getSnippetSupport());
  }

  private static boolean versions(@Nullable TextDocumentClientCapabilities document) {
    return document != null
        && document.getPublishDiagnostics() != null
        && Boolean.TRUE.equals(document.getPublishDiagnostics().getVersionSupport());
  }

  /** The name of the encoding in the protocol. */
  String encodingName() {
    return switch (encoding) {
      case UTF8 -> "utf-8";
      case UTF16 -> "utf-16";
      case UTF32 -> "utf-32";
    };
  }
}
