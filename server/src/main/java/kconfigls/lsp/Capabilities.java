package kconfigls.lsp;

import java.util.List;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.lsp.convert.Tokens;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What this server can do, as it tells a client. */
final class Capabilities {
  private Capabilities() {}

  static ServerCapabilities of(ClientFeatures client) {
    ServerCapabilities capabilities = new ServerCapabilities();
    capabilities.setPositionEncoding(client.encodingName());
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    capabilities.setTextDocumentSync(sync);
    capabilities.setHoverProvider(true);
    capabilities.setDefinitionProvider(true);
    capabilities.setDeclarationProvider(true);
    capabilities.setDocumentSymbolProvider(true);
    capabilities.setDocumentLinkProvider(new DocumentLinkOptions(false));
    capabilities.setCompletionProvider(
        new CompletionOptions(true, List.of(" ", "\"", "(", "/", "&", "|", "!", "=")));
    navigation(capabilities);
    if (client.can(Can.TAKE_CODE_ACTIONS)) {
      CodeActionOptions actions =
          new CodeActionOptions(
              List.of(CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActions.FIX_ALL));
      actions.setResolveProvider(true);
      capabilities.setCodeActionProvider(actions);
    }
    if (!client.can(Can.TAKE_PUBLISHED)) {
      capabilities.setDiagnosticProvider(new DiagnosticRegistrationOptions(true, true));
    }
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
    return capabilities;
  }

  private static void navigation(ServerCapabilities capabilities) {
    capabilities.setDocumentFormattingProvider(true);
    capabilities.setDocumentRangeFormattingProvider(true);
    capabilities.setDocumentOnTypeFormattingProvider(new DocumentOnTypeFormattingOptions("\n"));
    capabilities.setReferencesProvider(true);
    capabilities.setImplementationProvider(true);
    capabilities.setDocumentHighlightProvider(true);
    capabilities.setWorkspaceSymbolProvider(true);
    capabilities.setFoldingRangeProvider(true);
    capabilities.setSelectionRangeProvider(true);
    capabilities.setInlayHintProvider(true);
    capabilities.setCodeLensProvider(new CodeLensOptions(false));
    capabilities.setSignatureHelpProvider(new SignatureHelpOptions(List.of(",")));
    capabilities.setCallHierarchyProvider(true);
    capabilities.setRenameProvider(new RenameOptions(true));
    SemanticTokensWithRegistrationOptions tokens =
        new SemanticTokensWithRegistrationOptions(Tokens.legend());
    tokens.setFull(new SemanticTokensServerFull(true));
    tokens.setRange(true);
    capabilities.setSemanticTokensProvider(tokens);
  }
}
