package kconfigls.text.escape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in Markdown, CommonMark and that of GitHub, such that nothing in it is markup: no link, no
 * image, no HTML. Hidden characters are made visible.
 */
final class MarkdownText {
  /** A word of which some reader makes a link to a page or to a person. */
  private static final Pattern ADDRESS =
      Pattern.compile("://|www\\.|\\S@\\S|mailto:", Pattern.CASE_INSENSITIVE);

  /** What stands around an address and does not belong to it. */
  private static final String AROUND = "<>()[]{}\"',;.!?";

  /** In the lines of a paragraph it means nothing, and behind an empty line it makes code. */
  private static final Pattern INDENTATION = Pattern.compile("(?<=\n)[ \\t]+");

  private static final Pattern WORD = Pattern.compile("\\S+");

  /** What begins a heading, a list, a quotation, a table or a rule at the start of a line. */
  private static final Pattern LINE_START =
      Pattern.compile(
          "(?m)^(?<before>[ \\t]*(?:\\d{1,9}(?=[.)]))?)(?<mark>[-+=#>|:]|(?<=\\d)[.)])");

  private static final Pattern ENTITY = Pattern.compile("&(?=[#A-Za-z])");
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?=\\p{Punct}|$)");
  private static final Pattern UNDERSCORE =
      Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
  private static final Pattern RUN = Pattern.compile("`+");

  private MarkdownText() {}

  /**
   * Words of one line or of several, each of which stays one. An address of the web or of mail is
   * shown as code, so that no reader makes a link of it.
   *
   * @param first whether nothing stands before them on their line
   */
  static String words(String text, boolean first) {
    String visible = INDENTATION.matcher(Printable.lines(text)).replaceAll("");
    StringBuilder out = new StringBuilder(text.length() + 16);
    Matcher words = WORD.matcher(ADDRESS.matcher(visible).find() ? visible : "");
    int end = 0;
    while (words.find()) {
      if (ADDRESS.matcher(words.group()).find()) {
        int from = words.start();
        int to = words.end();
        while (AROUND.indexOf(visible.charAt(from)) >= 0) {
          from++;
        }
        while (AROUND.indexOf(visible.charAt(to - 1)) >= 0) {
          to--;
        }
        out.append(plain(visible.substring(end, from), first && end == 0));
        out.append(code(visible.substring(from, to)));
        end = to;
      }
    }
    out.append(plain(visible.substring(end), first && end == 0));
    return out.toString().replace("\n", "  \n");
  }

  private static String plain(String text, boolean first) {
    String out = ESCAPE.matcher(text).replaceAll("\\\\\\\\");
    out = out.replace("`", "\\`").replace("*", "\\*").replace("[", "\\[").replace("~", "\\~");
    out = UNDERSCORE.matcher(out).replaceAll("\\\\_");
    out = TAG.matcher(out).replaceAll("\\\\<");
    out = ENTITY.matcher(out).replaceAll("\\\\&");
    return LINE_START
        .matcher(out)
        .replaceAll(
            start -> {
              boolean begins = first || start.start() > 0;
              String escaped = start.group("before") + "\\" + start.group("mark");
              return Matcher.quoteReplacement(begins ? escaped : start.group());
            });
  }

  /** Text as code within a line. */
  static String code(String text) {
    String visible = text.isEmpty() ? " " : Printable.line(text);
    String fence = "`".repeat(longestRun(visible) + 1);
    boolean edge = visible.startsWith("`") || visible.endsWith("`");
    boolean stripped = visible.startsWith(" ") && visible.endsWith(" ") && !visible.isBlank();
    String space = edge || stripped ? " " : "";
    return fence + space + visible + space + fence;
  }

  /**
   * Lines shown as they are, with an LF at the end.
   *
   * @param language that of the lines, for readers that colour them
   */
  static String block(String language, String text) {
    String visible = Printable.lines(text);
    String fence = "`".repeat(Math.max(3, longestRun(visible) + 1));
    return fence + language + "\n" + visible + "\n" + fence + "\n";
  }

  private static int longestRun(String text) {
    return RUN.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
  }
}
