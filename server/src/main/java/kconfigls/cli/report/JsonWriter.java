package kconfigls.cli.report;

import java.io.PrintWriter;
import kconfigls.text.escape.JsonText;
import org.jspecify.annotations.Nullable;

/** Writes JSON, indented by two blanks, objects and lists one after another. */
public final class JsonWriter {
  private final PrintWriter out;
  private int depth;
  private boolean first = true;

  public JsonWriter(PrintWriter out) {
    this.out = out;
  }

  public JsonWriter beginObject() {
    return open('{');
  }

  public JsonWriter endObject() {
    return close('}');
  }

  public JsonWriter beginArray() {
    return open('[');
  }

  public JsonWriter endArray() {
    return close(']');
  }

  /** The name of the value that follows. */
  public JsonWriter name(String name) {
    separate();
    string(name);
    out.print(": ");
    first = true;
    depth = -depth - 1;
    return this;
  }

  public JsonWriter value(@Nullable String value) {
    separate();
    if (value == null) {
      out.print("null");
    } else {
      string(value);
    }
    return this;
  }

  public JsonWriter value(long value) {
    separate();
    out.print(value);
    return this;
  }

  public JsonWriter value(boolean value) {
    separate();
    out.print(value);
    return this;
  }

  private JsonWriter open(char bracket) {
    separate();
    out.print(bracket);
    depth++;
    first = true;
    return this;
  }

  private JsonWriter close(char bracket) {
    depth--;
    if (!first) {
      newLine();
    }
    out.print(bracket);
    first = false;
    return this;
  }

  /** A negative depth says that a name was just written: its value goes on the same line. */
  private void separate() {
    if (depth < 0) {
      depth = -depth - 1;
      first = false;
      return;
    }
    if (!first) {
      out.print(',');
    }
    if (depth > 0) {
      newLine();
    }
    first = false;
  }

  private void newLine() {
    out.print('\n');
    for (int i = 0; i < depth; i++) {
      out.print("  ");
    }
  }

  private void string(String text) {
    out.print(JsonText.quoted(text));
  }
}
