package kconfigls.values;

import kconfigls.text.escape.Printable;

/** Text of a file as it is shown in messages. */
public final class Shown {
  private static final int LENGTH = 60;

  private Shown() {}

  /** The text with its hidden characters escaped, cut if it is long. */
  public static String text(String text) {
    String start = text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
    return Printable.quoted(start);
  }
}
