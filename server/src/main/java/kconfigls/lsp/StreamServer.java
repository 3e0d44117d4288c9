package kconfigls.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import kconfigls.lsp.protocol.KconfigClient;
import kconfigls.lsp.wire.Frame;
import kconfigls.lsp.wire.FrameReader;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.jspecify.annotations.Nullable;

/** Serves one client over two streams. */
public final class StreamServer {
  private final FrameReader frames;
  private final ClientMessages messages;
  private final KconfigLanguageServer server;
  private final Faults faults;
  private final @Nullable Recorder recorder;

  private StreamServer(InputStream in, OutputStream out, Host host, @Nullable PrintWriter record) {
    Session session = new Session();
    faults = new Faults(session, host);
    recorder = record == null ? null : new Recorder(record);
    server = new KconfigLanguageServer(host, session, faults);
    Map<String, JsonRpcMethod> own =
        ServiceEndpoints.getSupportedMethods(KconfigLanguageServer.class);
    Map<String, JsonRpcMethod> all = new HashMap<>(own);
    all.putAll(ServiceEndpoints.getSupportedMethods(KconfigClient.class));
    MessageJsonHandler json =
        new MessageJsonHandler(all, gson -> gson.registerTypeAdapterFactory(new AnnotatedEdits()));
    MessageConsumer toClient = new StreamMessageConsumer(out, json);
    MessageConsumer answers = recorder == null ? toClient : recorder.sent(toClient);
    RemoteEndpoint endpoint =
        new RemoteEndpoint(
            answers,
            new GuardedEndpoint(ServiceEndpoints.toEndpoint(server), faults),
            this::failed);
    json.setMethodProvider(endpoint);
    endpoint.setJsonHandler(json);
    session.connect(ServiceEndpoints.toServiceObject(endpoint, KconfigClient.class));
    frames = new FrameReader(in);
    messages = new ClientMessages(session, own, json, endpoint, answers);
  }

  /**
   * Returns when the client has gone, or when its messages cannot be told apart any more.
   *
   * @param record takes all messages, a line of JSON each; null for none
   * @return why the messages cannot be told apart; empty if the client has gone
   */
  public static Optional<String> serve(
      InputStream in, OutputStream out, Host host, @Nullable PrintWriter record) {
    return new StreamServer(in, out, host, record).serve();
  }

  private Optional<String> serve() {
    try {
      while (true) {
        switch (frames.next()) {
          case Frame.Content(byte[] content) -> take(content);
          case Frame.OtherCharset(String charset) -> messages.takeOther(charset);
          case Frame.End() -> {
            return Optional.empty();
          }
          case Frame.Broken(String reason) -> {
            return Optional.of(reason);
          }
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (OutOfMemoryError e) {
      return Optional.of("there is not enough memory to read the next message");
    } finally {
      server.stop();
    }
  }

  private void take(byte[] content) {
    try {
      if (recorder != null) {
        recorder.received(content);
      }
      messages.take(content);
    } catch (RuntimeException | Error e) {
      faults.report("a message of the client", e);
    }
  }

  /** The answer to a request that failed. */
  private ResponseError failed(Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    if (cause instanceof ResponseErrorException known) {
      return known.getResponseError();
    }
    faults.report("a request", cause);
    return new ResponseError(ResponseErrorCode.InternalError, Faults.describe(cause), null);
  }
}
