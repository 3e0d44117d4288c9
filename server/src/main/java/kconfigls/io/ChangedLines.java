package kconfigls.io;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines of a file that a change added or replaced. */
public final class ChangedLines {
  /** All lines of a new file. */
  public static final ChangedLines ALL = new ChangedLines(new BitSet(), true);

  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3}|.)");
  private static final String NAMES = "abtnvfr";
  private static final String CHARACTERS = "\u0007\b\t\n\u000b\f\r";

  private final BitSet lines;
  private final boolean all;

  private ChangedLines(BitSet lines, boolean all) {
    this.lines = lines;
    this.all = all;
  }

  /** Whether one of the lines, from 1, the last one included, has changed. */
  public boolean touches(int first, int last) {
    int next = lines.nextSetBit(first);
    return all || (next >= 0 && next <= last);
  }

  /** The changes of a patch with prefixes {@code a/} and {@code b/}, by the new names. */
  static Map<String, ChangedLines> ofPatch(byte[] patch) {
    Map<String, ChangedLines> changes = new HashMap<>();
    // in this charset nothing is lost, and only LF ends a line
    List<String> lines = List.of(new String(patch, StandardCharsets.ISO_8859_1).split("\n", -1));
    String name = "";
    int skipped = 0;
    for (String line : lines) {
      Matcher hunk = HUNK.matcher(line);
      if (skipped > 0) {
        skipped -= line.startsWith("\\") ? 0 : 1;
      } else if (line.startsWith("+++ ")) {
        name = name(line.substring("+++ ".length()));
      } else if (hunk.matches()) {
        int start = Integer.parseInt(hunk.group(2));
        int count = count(hunk.group(3));
        skipped = count(hunk.group(1)) + count;
        changes
            .computeIfAbsent(name, file -> new ChangedLines(new BitSet(), false))
            .lines
            .set(start, start + count);
      }
    }
    return changes;
  }

  private static int count(@Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  /** A name as git writes it: a tab ends one with blanks, and odd ones stand in quotes. */
  private static String name(String written) {
    String text = written.endsWith("\t") ? written.substring(0, written.length() - 1) : written;
    if (text.startsWith("\"")) {
      text =
          ESCAPE
              .matcher(text.substring(1, text.length() - 1))
              .replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group(1))));
    }
    String prefixed =
        new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return prefixed.startsWith("b/") ? prefixed.substring("b/".length()) : prefixed;
  }

  private static String unescaped(String escape) {
    if (escape.length() == 3) {
      return String.valueOf((char) Integer.parseInt(escape, 8));
    }
    int index = NAMES.indexOf(escape);
    return index < 0 ? escape : String.valueOf(CHARACTERS.charAt(index));
  }
}
