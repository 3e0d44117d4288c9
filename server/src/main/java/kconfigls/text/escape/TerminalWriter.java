package kconfigls.text.escape;

import java.io.PrintWriter;

/**
 * Writes lines for people to a terminal or a log. Whatever is printed is text of one line: only
 * {@link #println()} and its like end a line, only {@link #painted} and {@link #status} act on the
 * terminal, and no line is a command to a CI system. A line appears when it is complete.
 */
public final class TerminalWriter extends PrintWriter {
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter raw;
  private final StringBuilder line = new StringBuilder();

  private TerminalWriter(PrintWriter raw) {
    super(raw, false);
    this.raw = raw;
  }

  /** A writer that escapes and is flushed with another one; that one if it is such a writer. */
  public static TerminalWriter of(PrintWriter out) {
    return out instanceof TerminalWriter writer ? writer : new TerminalWriter(out);
  }

  /** What a writer writes to without escapes: for formats that escape their texts themselves. */
  public static PrintWriter raw(PrintWriter out) {
    if (out instanceof TerminalWriter writer) {
      writer.flush();
      return writer.raw;
    }
    return out;
  }

  @Override
  public void write(int c) {
    write(Character.toString(c));
  }

  @Override
  public void write(char[] text, int offset, int length) {
    write(new String(text, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) {
    line.append(Printable.line(text.substring(offset, offset + length)));
  }

  /** Text in a colour, by its code: {@code 1;31} is bold red. */
  public void painted(String code, String text) {
    line.append("\033[").append(code).append('m').append(Printable.line(text)).append("\033[0m");
  }

  /** Replaces the line that the terminal's cursor stands in; nothing is flushed but this. */
  public void status(String text) {
    raw.print(CLEAR_LINE + WorkflowCommand.defused(Printable.line(text)));
    raw.flush();
  }

  @Override
  public void println() {
    raw.println(WorkflowCommand.defused(line.toString()));
    line.setLength(0);
  }

  @Override
  public void println(Object text) {
    println(String.valueOf(text));
  }

  /** The text and the end of its line, with nothing of another thread between them. */
  @Override
  public void println(String text) {
    synchronized (lock) {
      write(text);
      println();
    }
  }

  @Override
  public void flush() {
    raw.print(WorkflowCommand.defused(line.toString()));
    line.setLength(0);
    raw.flush();
  }

  @Override
  public boolean checkError() {
    flush();
    return raw.checkError();
  }
}
