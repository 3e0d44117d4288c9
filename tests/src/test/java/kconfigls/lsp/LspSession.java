package kconfigls.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A session with the real server over pipes. Anything but frames, a request that is not answered in
 * time, or an error answer fails the test that waits.
 */
final class LspSession implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonObject END = new JsonObject();

  private final OutputStream toServer;
  private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
  private final List<JsonObject> unread = new ArrayList<>();
  private final CompletableFuture<Integer> exitStatus = new CompletableFuture<>();
  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
  private final Thread server;
  private volatile Optional<String> broken = Optional.empty();
  private int lastId;
  private boolean shutDown;

  LspSession() {
    MemoryPipe requests = new MemoryPipe();
    MemoryPipe answers = new MemoryPipe();
    toServer = requests.sink();
    InputStream serverIn = requests.source();
    OutputStream serverOut = answers.sink();
    InputStream fromServer = answers.source();
    Host host = new Host("test", exitStatus::complete, errors::add);
    server =
        Thread.ofPlatform()
            .daemon()
            .start(() -> broken = StreamServer.serve(serverIn, serverOut, host, null));
    Thread.ofPlatform().daemon().start(() -> read(fromServer));
  }

  private void read(InputStream in) {
    try {
      while (true) {
        int length = header(in);
        if (length < 0) {
          break;
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        messages.add(JsonParser.parseString(body).getAsJsonObject());
      }
    } catch (IOException e) {
      // the server has closed its end
    }
    messages.add(END);
  }

  private static int header(InputStream in) throws IOException {
    int length = -1;
    StringBuilder line = new StringBuilder();
    while (true) {
      int c = in.read();
      if (c < 0) {
        return -1;
      }
      if (c != '\n') {
        line.append((char) c);
        continue;
      }
      String text = line.toString().strip();
      line.setLength(0);
      if (text.isEmpty()) {
        return length;
      }
      if (!text.startsWith("Content-")) {
        throw new IOException("not a frame: " + text);
      }
      if (text.startsWith("Content-Length:")) {
        length = Integer.parseInt(text.substring("Content-Length:".length()).strip());
      }
    }
  }

  private void send(JsonObject message) throws IOException {
    message.addProperty("jsonrpc", "2.0");
    frame(message.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Sends anything as one message. */
  void frame(byte[] body) throws IOException {
    raw(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    raw(body);
  }

  /** Sends bytes as they are. */
  void raw(byte[] bytes) throws IOException {
    toServer.write(bytes);
    toServer.flush();
  }

  /** The next answer, whatever it answers. */
  JsonObject nextAnswer() throws Exception {
    return await("answer", m -> !m.has("method"));
  }

  /** Waits until the server has ended; why it did not understand the client, if it was that. */
  Optional<String> broken() throws InterruptedException {
    server.join(PATIENCE);
    return broken;
  }

  /** The status that the server wants the process to end with, once it has ended. */
  int exitStatus() throws Exception {
    return exitStatus.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Answers that came and that nobody waited for. */
  List<JsonObject> unreadAnswers() {
    return unread.stream().filter(message -> !message.has("method")).toList();
  }

  /** What the server has written for the one who started it. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  void notify(String method, String params) throws IOException {
    JsonObject message = new JsonObject();
    message.addProperty("method", method);
    message.add("params", JsonParser.parseString(params));
    send(message);
  }

  /** The result of a request; an error answer fails. */
  JsonElement request(String method, String params) throws Exception {
    JsonObject answer = answer(method, params);
    if (answer.has("error")) {
      throw new AssertionError(method + ": " + answer.get("error"));
    }
    return answer.has("result") ? answer.get("result") : JsonNull.INSTANCE;
  }

  /** The whole answer to a request. */
  JsonObject answer(String method, String params) throws Exception {
    int id = ++lastId;
    shutDown |= method.equals("shutdown");
    JsonObject message = new JsonObject();
    message.addProperty("id", id);
    message.addProperty("method", method);
    message.add("params", JsonParser.parseString(params));
    send(message);
    return await(method, m -> !m.has("method") && m.get("id").equals(new JsonPrimitive(id)));
  }

  /** The next message that fits; the others are kept for later. */
  JsonObject await(String what, Predicate<JsonObject> wanted) throws Exception {
    for (int i = 0; i < unread.size(); i++) {
      if (wanted.test(unread.get(i))) {
        return unread.remove(i);
      }
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonObject message = messages.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (message == null || message == END) {
        throw new AssertionError("no " + what + "; unread: " + unread);
      }
      if (message.has("method") && message.has("id")) {
        respond(message);
      }
      if (wanted.test(message)) {
        return message;
      }
      unread.add(message);
    }
  }

  /** What has come and was not waited for, in order; it is not kept. */
  List<JsonObject> received() {
    List<JsonObject> received = new ArrayList<>(unread);
    unread.clear();
    JsonObject message = messages.poll();
    while (message != null && message != END) {
      received.add(message);
      message = messages.poll();
    }
    return received;
  }

  /** Forgets what came so far, so that only what comes from now on counts. */
  void forget() {
    unread.clear();
    messages.removeIf(message -> message != END && !message.has("id"));
  }

  private void respond(JsonObject request) throws IOException {
    JsonObject answer = new JsonObject();
    answer.add("id", request.get("id"));
    answer.add("result", JsonNull.INSTANCE);
    send(answer);
  }

  /** The diagnostics that the server publishes next for a document, if they fit. */
  JsonObject diagnostics(String uri, Predicate<String> wanted) throws Exception {
    return await(
        "diagnostics of " + uri,
        m ->
            m.has("method")
                && m.get("method").getAsString().equals("textDocument/publishDiagnostics")
                && m.getAsJsonObject("params").get("uri").getAsString().equals(uri)
                && wanted.test(m.getAsJsonObject("params").get("diagnostics").toString()));
  }

  /** Shuts the server down, if it is not yet; its exit status. */
  int end() throws Exception {
    if (!shutDown) {
      request("shutdown", "null");
    }
    notify("exit", "null");
    return exitStatus();
  }

  @Override
  public void close() throws IOException {
    toServer.close();
  }
}
