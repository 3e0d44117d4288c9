package kconfigls.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * What ESP-IDF's own style checker refuses in a file: kconfcheck of esp-idf-kconfig 3.14. It looks
 * at lines, not at statements, and says one thing of a line at most, so this does the same.
 */
public final class Kconfcheck {
  /** A line that is refused. */
  public sealed interface Refusal {
    /** The line, from 0. */
    int line();

    /** Blanks before the line. */
    record Indented(int line, int wanted) implements Refusal {}

    /** A {@code config}, {@code menuconfig} or {@code choice} that goes on behind a backslash. */
    record WrappedHeader(int line) implements Refusal {}

    /** A name that is not in capitals. */
    record LowerCase(int line, TextRange name) implements Refusal {}

    /**
     * A menu, a choice or a file whose names do not begin alike; it ends with the line.
     *
     * @param names what they have in common
     */
    record NoPrefix(int line, Names names) implements Refusal {}

    /**
     * A choice, or a block in an {@code if}, whose names do not begin as those around it.
     *
     * @param prefix that of the names
     * @param around that of the names around it
     */
    record OtherPrefix(int line, String prefix, String around) implements Refusal {}

    record Tab(int line) implements Refusal {}
  }

  /**
   * What names have in common.
   *
   * @param odd the first name that makes the common part too short; null if the first name is short
   */
  public record Names(String prefix, TextRange first, @Nullable TextRange odd) {
    Names with(String name, TextRange range) {
      int length = 0;
      int most = Math.min(prefix.length(), name.length());
      while (length < most && prefix.charAt(length) == name.charAt(length)) {
        length++;
      }
      TextRange differs = odd == null && length < LEAST_PREFIX ? range : odd;
      return new Names(prefix.substring(0, length), first, differs);
    }
  }

  private static final int INDENT = 4;
  private static final int LEAST_PREFIX = 3;
  private static final int LONGEST_NAME = 50;

  private static final Pattern OPENS =
      Pattern.compile(
          "\\s*(menu(?!config)|mainmenu|choice|config|menuconfig|comment|help|if|source|osource"
              + "|rsource|orsource)");
  private static final Pattern CLOSES = Pattern.compile("\\s*(endmenu|endchoice|endif)");
  private static final Pattern NAME = Pattern.compile("(?U)(?:config|menuconfig|choice)\\s+(\\w+)");
  private static final Pattern NEW_NAMES = Pattern.compile("menu(?!config)|mainmenu|choice");
  private static final Pattern NO_ERROR = Pattern.compile("\\s#\\s+NOERROR\\s*$");
  private static final Set<String> BLOCKS = Set.of("menu", "mainmenu", "choice", "if");

  private static final String SYMBOL = "\\w+|\".+?\"|'.+?'";
  private static final Pattern WORD = Pattern.compile("(?U)" + SYMBOL);
  private static final Pattern NAMING =
      Pattern.compile(
          "(?U)\\s*(prompt|default|select|imply|range|depends on|config|menuconfig|choice"
              + "|visible if)\\s+(.*)");
  private static final Pattern CONDITIONAL = Pattern.compile("(?U)(.*)\\s+if\\s+(.*)");
  private static final Pattern PROMPT = Pattern.compile("(?U)\".*?\"\\s+if\\s+(.*)");
  private static final Pattern EDGE = Pattern.compile("(?U)(" + SYMBOL + ")\\s+if\\s+(.*)");
  private static final Pattern RANGE =
      Pattern.compile("(?U)(" + SYMBOL + ")\\s+(" + SYMBOL + ")\\s+if\\s+(.*)");
  private static final Pattern WHOLE = Pattern.compile("(.*)");
  private static final Pattern SINGLE = Pattern.compile("(?U)(" + SYMBOL + ")");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Set<String> CONSTANTS = Set.of("y", "n");

  private final FileLines lines;
  private final List<Refusal> refusals = new ArrayList<>();

  /** The words that opened what the line is in, the innermost last. */
  private final List<String> levels = new ArrayList<>();

  /** The names of each open menu and choice; a null stands for none yet. */
  private final Deque<Frame> names = new ArrayDeque<>();

  /** What the line behind a backslash is to be indented by; 0 for any other line. */
  private int joined;

  private static final class Frame {
    @Nullable Names names;

    void add(String name, TextRange range) {
      names = names == null ? new Names(name, range, null) : names.with(name, range);
    }
  }

  private Kconfcheck(FileLines lines) {
    this.lines = lines;
  }

  /** What is refused, in the order of the lines. */
  static List<Refusal> of(FileLines lines) {
    return new Kconfcheck(lines).run();
  }

  /** Whether the checker is told to pass over what is wrong with the text of a line. */
  public static boolean isExempt(String line) {
    return NO_ERROR.matcher(line).find();
  }

  private List<Refusal> run() {
    int count = lines.count();
    for (int line = 0; line < count; line++) {
      Refusal refusal = refusal(line);
      if (refusal == null && lines.text(line).indexOf('\t') >= 0 && !isExempt(lines.text(line))) {
        refusal = new Refusal.Tab(line);
      }
      if (refusal != null) {
        refusals.add(refusal);
      }
    }
    Refusal last = names.isEmpty() ? null : closed(Math.max(0, count - 1));
    if (last != null) {
      refusals.add(last);
    }
    return List.copyOf(refusals);
  }

  private @Nullable Refusal refusal(int line) {
    String text = lines.text(line);
    String content = text.strip();
    if (content.isEmpty()) {
      joined = 0;
      return null;
    }
    if (content.startsWith("#")) {
      return null;
    }
    int indent = text.indexOf(content);
    if (isHelp() && indent >= levels.size() * INDENT) {
      joined = 0;
      return null;
    }
    if (joined > 0) {
      return behindBackslash(line, content, indent);
    }
    boolean goesOn = content.endsWith("\\");
    if (goesOn && isHeader(content)) {
      return new Refusal.WrappedHeader(line);
    }
    return statement(line, text, content, indent, goesOn);
  }

  private boolean isHelp() {
    return !levels.isEmpty() && levels.getLast().equals("help");
  }

  private @Nullable Refusal behindBackslash(int line, String content, int indent) {
    if (indent != joined) {
      return new Refusal.Indented(line, joined);
    }
    if (!content.endsWith("\\")) {
      joined = 0;
    }
    return null;
  }

  private static boolean isHeader(String content) {
    return content.startsWith("config")
        || content.startsWith("menuconfig")
        || content.startsWith("choice");
  }

  private @Nullable Refusal statement(
      int line, String text, String content, int indent, boolean goesOn) {
    int level = levels.size();
    Matcher opens = OPENS.matcher(text);
    Matcher closes = CLOSES.matcher(text);
    if (opens.lookingAt()) {
      level = open(opens.group(1));
    } else if (closes.lookingAt()) {
      String end = closes.group(1);
      close(end.substring("end".length()));
      level = levels.size();
      Refusal refusal = end.equals("endif") || names.isEmpty() ? null : closed(line);
      if (refusal != null) {
        return refusal;
      }
    }
    Refusal refusal = lowerCase(line, text);
    if (refusal != null || !addName(line, content, indent)) {
      return refusal;
    }
    joined = goesOn ? (level + 1) * INDENT : 0;
    return indent == level * INDENT ? null : new Refusal.Indented(line, level * INDENT);
  }

  /** Opens a level, and gives the one that its own line is on. */
  private int open(String word) {
    if (!word.equals("help") && !word.equals("mainmenu")) {
      while (!levels.isEmpty() && !BLOCKS.contains(levels.getLast())) {
        levels.removeLast();
      }
    }
    levels.add(word);
    return levels.size() - 1;
  }

  private void close(String word) {
    int at = levels.lastIndexOf(word);
    if (at >= 0) {
      levels.subList(at, levels.size()).clear();
    }
  }

  /** A menu or choice, or the file, ends: what its names have in common goes to those around it. */
  private @Nullable Refusal closed(int line) {
    Names inner = names.removeLast().names;
    if (inner == null) {
      return null;
    }
    if (inner.prefix().length() < LEAST_PREFIX) {
      return new Refusal.NoPrefix(line, inner);
    }
    if (names.isEmpty()) {
      return null;
    }
    Frame outer = names.getLast();
    if (outer.names == null) {
      outer.names = inner;
      return null;
    }
    boolean inMenu = !levels.isEmpty() && Set.of("mainmenu", "menu").contains(levels.getLast());
    String around = outer.names.prefix();
    return inMenu || inner.prefix().startsWith(around)
        ? null
        : new Refusal.OtherPrefix(line, inner.prefix(), around);
  }

  /** Notes a name; false if it is so long that the checker stops at it. */
  private boolean addName(int line, String content, int indent) {
    Matcher name = NAME.matcher(content);
    if (name.lookingAt()) {
      if (name.group(1).length() > LONGEST_NAME) {
        return false;
      }
      if (names.isEmpty()) {
        names.add(new Frame());
      }
      int start = lines.start(line) + indent + name.start(1);
      names.getLast().add(name.group(1), new TextRange(start, start + name.group(1).length()));
    }
    if (NEW_NAMES.matcher(content).lookingAt()) {
      names.add(new Frame());
    }
    return true;
  }

  private @Nullable Refusal lowerCase(int line, String text) {
    int comment = text.indexOf('#');
    Matcher naming = NAMING.matcher(comment < 0 ? text : text.substring(0, comment));
    if (!naming.matches()) {
      return null;
    }
    Matcher parts = parts(naming.group(1)).matcher(naming.group(2));
    if (!parts.matches()) {
      return null;
    }
    for (int part = 1; part <= parts.groupCount(); part++) {
      Matcher word = WORD.matcher(parts.group(part));
      while (word.find()) {
        if (!isName(word.group())) {
          int start = lines.start(line) + naming.start(2) + parts.start(part) + word.start();
          return new Refusal.LowerCase(line, new TextRange(start, start + word.group().length()));
        }
      }
    }
    return null;
  }

  /** What of the rest of a line holds names, by its keyword. */
  private static Pattern parts(String keyword) {
    return switch (keyword) {
      case "prompt" -> PROMPT;
      case "default" -> CONDITIONAL;
      case "select", "imply" -> EDGE;
      case "range" -> RANGE;
      case "config", "menuconfig", "choice" -> SINGLE;
      default -> WHOLE;
    };
  }

  private static boolean isName(String word) {
    boolean quoted = word.startsWith("\"") || word.startsWith("'");
    boolean number = word.codePoints().allMatch(Character::isDigit);
    boolean upper =
        word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    return quoted || number || upper || CONSTANTS.contains(word) || HEX.matcher(word).matches();
  }
}
