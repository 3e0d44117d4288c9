package kconfigls.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import kconfigls.lsp.protocol.KconfigClient;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.jspecify.annotations.Nullable;

/** Serves one client over two streams. */
public final class StreamServer {
  private StreamServer() {}

  /**
   * Returns when the client has gone.
   *
   * @param exit ends the process when the client asks for it
   */
  public static void serve(InputStream in, OutputStream out, String version, IntConsumer exit) {
    serve(in, out, version, exit, null);
  }

  /**
   * Returns when the client has gone.
   *
   * @param exit ends the process when the client asks for it
   * @param record takes all messages, a line of JSON each; null for none
   */
  public static void serve(
      InputStream in,
      OutputStream out,
      String version,
      IntConsumer exit,
      @Nullable PrintWriter record) {
    KconfigLanguageServer server = new KconfigLanguageServer(version, exit);
    Launcher<KconfigClient> launcher =
        new LSPLauncher.Builder<KconfigClient>()
            .setLocalService(server)
            .setRemoteInterface(KconfigClient.class)
            .setInput(in)
            .setOutput(out)
            .setExecutorService(Executors.newCachedThreadPool())
            .wrapMessages(record == null ? UnaryOperator.identity() : new Recorder(record))
            .configureGson(gson -> gson.registerTypeAdapterFactory(new AnnotatedEdits()))
            .create();
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
