package kconfigls.lsp.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;

/** The requests and notifications beyond the protocol. */
@JsonSegment("kconfig")
public interface KconfigService {
  @JsonRequest
  CompletableFuture<Status> status();

  @JsonRequest
  CompletableFuture<Status> choose(Params.Choose params);

  /** The user trusts the folders that were opened without trust. */
  @JsonNotification
  void didGrantTrust();

  @JsonRequest
  CompletableFuture<Results.Configurations> configurations(Params.InProject params);

  @JsonRequest
  CompletableFuture<Results.Menu> menu(Params.Menu params);

  @JsonRequest
  CompletableFuture<Results.Menu> menuPath(Params.MenuPath params);

  @JsonRequest
  CompletableFuture<Results.Menu> menuSearch(Params.MenuSearch params);

  @JsonRequest
  CompletableFuture<Results.SymbolTree> symbol(Params.OfSymbol params);

  @JsonRequest
  CompletableFuture<Results.Graph> graph(Params.Graph params);

  @JsonRequest
  CompletableFuture<Results.Change> setValue(Params.SetValue params);
}
