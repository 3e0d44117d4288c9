package kconfigls.values;

/** Text of a file as it is shown in messages. */
public final class Shown {
  private static final int LENGTH = 60;

  private Shown() {}

  /** The text without control characters, cut if it is long. */
  public static String text(String text) {
    String start = text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
    StringBuilder out = new StringBuilder(start.length());
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      boolean hidden = Character.isISOControl(c) || c == '\uFEFF' || Character.isSurrogate(c);
      out.append(hidden ? String.format("\\x%02x", (int) c) : String.valueOf(c));
    }
    return out.toString();
  }
}
