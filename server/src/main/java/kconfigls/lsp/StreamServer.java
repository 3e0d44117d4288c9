package kconfigls.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves one client over two streams. */
public final class StreamServer {
  private StreamServer() {}

  /**
   * Returns when the client has gone.
   *
   * @param exit ends the process when the client asks for it
   */
  public static void serve(InputStream in, OutputStream out, String version, IntConsumer exit) {
    KconfigLanguageServer server = new KconfigLanguageServer(version, exit);
    Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
    server.connect(launcher.getRemoteProxy());
    try {
      launcher.startListening().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | CancellationException e) {
      return;
    } finally {
      server.stop();
    }
  }
}
