package kconfigls.lsp;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Keeps what a method of the server throws from the thread that reads messages. */
final class GuardedEndpoint implements Endpoint {
  private final Endpoint server;
  private final Faults faults;

  GuardedEndpoint(Endpoint server, Faults faults) {
    this.server = server;
    this.faults = faults;
  }

  @Override
  public CompletableFuture<?> request(String method, Object parameter) {
    try {
      return server.request(method, parameter);
    } catch (UnsupportedOperationException e) { // LSP4J's interfaces have all methods
      ResponseError error =
          new ResponseError(ResponseErrorCode.MethodNotFound, "no request '" + method + "'", null);
      return CompletableFuture.failedFuture(new ResponseErrorException(error));
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void notify(String method, Object parameter) {
    try {
      server.notify(method, parameter);
    } catch (UnsupportedOperationException e) {
      // a notification that means nothing here
    } catch (RuntimeException | Error e) {
      faults.report(method, e);
    }
  }
}
