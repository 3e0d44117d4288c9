package kconfigls.lsp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;

/**
 * Writes the messages of a session for a report of a bug: a line of JSON for each, with the
 * milliseconds since the start, who sent it, and the message.
 */
final class Recorder implements UnaryOperator<MessageConsumer> {
  private final PrintWriter out;
  private final long start = System.nanoTime();

  /**
   * @param out flushed after each line, and never closed here
   */
  Recorder(PrintWriter out) {
    this.out = out;
  }

  /** The same consumer, but what it gets is written, too. */
  @Override
  public MessageConsumer apply(MessageConsumer consumer) {
    String from = consumer instanceof StreamMessageConsumer ? "server" : "client";
    return message -> {
      JsonObject line = new JsonObject();
      line.addProperty("millis", (System.nanoTime() - start) / 1_000_000);
      line.addProperty("from", from);
      line.add("message", JsonParser.parseString(message.toString()));
      synchronized (out) {
        out.println(line);
        out.flush();
      }
      consumer.consume(message);
    };
  }
}
