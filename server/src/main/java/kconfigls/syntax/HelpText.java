package kconfigls.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Help text without its indentation: the language page, A.4. */
final class HelpText {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:(?:config|menuconfig)[ \\t]+[A-Za-z0-9_]+[ \\t]*\\r?$"
              + "|(?:source|menu|comment|mainmenu)[ \\t]+[\"'].*$"
              + "|if[ \\t]+!?[(A-Z].*$"
              + "|(?:choice|endchoice|endmenu|endif)[ \\t]*(?:#.*)?\\r?$)",
          Pattern.MULTILINE);

  private HelpText() {}

  /** How long the statement is that a text begins with in the first column; 0 for none. */
  static int statement(String raw) {
    Matcher matcher = STATEMENT.matcher(raw);
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  static String of(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    int base = -1;
    for (String line : raw.split("\n", -1)) {
      String kept = line.stripTrailing();
      if (!kept.isEmpty()) {
        int first = firstNonBlank(kept);
        int column = column(kept, first);
        base = base < 0 ? column : base;
        out.repeat(' ', Math.max(0, column - base)).append(kept, first, kept.length());
      }
      out.append('\n');
    }
    return out.toString().stripTrailing();
  }

  private static int firstNonBlank(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private static int column(String line, int end) {
    int column = 0;
    for (int i = 0; i < end; i++) {
      column = line.charAt(i) == '\t' ? (column / 8 + 1) * 8 : column + 1;
    }
    return column;
  }
}
