package kconfigls.text.escape;

/** Text in a message that an editor shows beside the document. */
public final class Notification {
  private Notification() {}

  /**
   * One line in which nothing acts: VS Code makes a link, which may start a command, of {@code
   * [text](address)}.
   */
  public static String of(String text) {
    return Printable.line(text).replace("](", "] (");
  }
}
