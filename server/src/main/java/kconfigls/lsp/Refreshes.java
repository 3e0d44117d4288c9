package kconfigls.lsp;

import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** What a client asks for again when it is told that the projects have changed. */
record Refreshes(boolean tokens, boolean lenses, boolean hints, boolean diagnostics) {
  static final Refreshes NONE = new Refreshes(false, false, false, false);

  static Refreshes of(@Nullable ClientCapabilities capabilities) {
    if (capabilities == null || capabilities.getWorkspace() == null) {
      return NONE;
    }
    WorkspaceClientCapabilities can = capabilities.getWorkspace();
    return new Refreshes(
        can.getSemanticTokens() != null && isSet(can.getSemanticTokens().getRefreshSupport()),
        can.getCodeLens() != null && isSet(can.getCodeLens().getRefreshSupport()),
        can.getInlayHint() != null && isSet(can.getInlayHint().getRefreshSupport()),
        can.getDiagnostics() != null && isSet(can.getDiagnostics().getRefreshSupport()));
  }

  private static boolean isSet(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  /** Tells a client that what the lenses count is known now. */
  void lenses(LanguageClient client) {
    if (lenses) {
      client.refreshCodeLenses();
    }
  }

  /**
   * Tells a client.
   *
   * @param pulls whether it asks for diagnostics
   */
  void send(LanguageClient client, boolean pulls) {
    if (tokens) {
      client.refreshSemanticTokens();
    }
    lenses(client);
    if (hints) {
      client.refreshInlayHints();
    }
    if (diagnostics && pulls) {
      client.refreshDiagnostics();
    }
  }
}
