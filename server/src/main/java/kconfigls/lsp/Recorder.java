package kconfigls.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;

/**
 * Writes the messages of a session for a report of a bug: a line of JSON for each, with the
 * milliseconds since the start, who sent it, and the message.
 */
final class Recorder {
  private final PrintWriter out;
  private final long start = System.nanoTime();

  /**
   * @param out flushed after each line, and never closed here
   */
  Recorder(PrintWriter out) {
    this.out = out;
  }

  /** The same consumer, but what it gets is written, too. */
  MessageConsumer sent(MessageConsumer consumer) {
    return message -> {
      write("server", message.toString());
      consumer.consume(message);
    };
  }

  /** A message of the client, which may be anything. */
  void received(byte[] content) {
    write("client", new String(content, StandardCharsets.UTF_8));
  }

  private void write(String from, String message) {
    JsonObject line = new JsonObject();
    line.addProperty("millis", (System.nanoTime() - start) / 1_000_000);
    line.addProperty("from", from);
    line.add("message", json(message));
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }

  /** A message that is not JSON is written as text. */
  private static JsonElement json(String message) {
    try {
      return JsonParser.parseString(message);
    } catch (JsonSyntaxException e) {
      return new JsonPrimitive(message);
    }
  }
}
