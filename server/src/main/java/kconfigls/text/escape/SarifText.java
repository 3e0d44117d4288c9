package kconfigls.text.escape;

/** Text in a message of SARIF, whose readers make links of {@code [text](address)}. */
public final class SarifText {
  private SarifText() {}

  /** The same message with no link in it. */
  public static String of(String message) {
    return message.contains("](")
        ? message.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
        : message;
  }
}
