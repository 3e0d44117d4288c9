package kconfigls.text.escape;

/** Text in languages that describe graphs. */
public final class GraphText {
  /** Characters that mean something in a label of Mermaid. */
  private static final String MERMAID = "\"#&<>[]{}|`\\%$";

  private GraphText() {}

  /** A string of Graphviz with its quotes; LF ends a line of a label. */
  public static String dot(String text) {
    String shown = WorkflowCommand.inside(Printable.lines(text), "\\x23");
    String visible = shown.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + visible.replace("\n", "\\n") + '"';
  }

  /** A part of a quoted label of Mermaid, which knows a character by its number. */
  public static String mermaid(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Printable.line(text.replace('\n', ' ')).toCharArray()) {
      if (MERMAID.indexOf(c) >= 0) {
        out.append('#').append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
