package kconfigls.lsp.protocol;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/** A client that may know what this server tells beyond the protocol. */
public interface KconfigClient extends LanguageClient {
  @JsonNotification("kconfig/statusChanged")
  void statusChanged(Status status);
}
