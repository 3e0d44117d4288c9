package kconfigls.text.escape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines by which a program speaks to the CI system that runs it. */
public final class WorkflowCommand {
  /**
   * What starts a command anywhere in a line: {@code ##[…]} of GitHub, {@code ##vso[…]} of Azure,
   * {@code ##teamcity[…]}.
   */
  private static final Pattern INSIDE = Pattern.compile("##(?=\\w*\\[)");

  private WorkflowCommand() {}

  /** The text after the second {@code ::} of a command, as GitHub's toolkit escapes it. */
  public static String data(String text) {
    String escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    return Printable.line(escaped);
  }

  /** The value of a command's property, as GitHub's toolkit escapes it. */
  public static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** A text in which the second {@code #} of what starts a command is written in another way. */
  static String inside(String text, String hash) {
    return text.contains("##")
        ? INSIDE.matcher(text).replaceAll(Matcher.quoteReplacement("#" + hash))
        : text;
  }

  /** A line for people that no CI system takes for a command. */
  static String defused(String line) {
    String safe = inside(line, "\\x23");
    int start = 0;
    while (start < safe.length() && isBlank(safe.charAt(start))) {
      start++;
    }
    return safe.startsWith("::", start)
        ? safe.substring(0, start) + "\\x3a" + safe.substring(start + 1)
        : safe;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
