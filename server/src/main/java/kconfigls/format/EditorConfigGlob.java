package kconfigls.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The patterns of paths in the heads of an {@code .editorconfig}'s sections. */
final class EditorConfigGlob {
  private static final Pattern NUMBERS = Pattern.compile("([+-]?\\d+)\\.\\.([+-]?\\d+)");
  private static final int MOST_NUMBERS = 1000;

  private final String glob;

  private EditorConfigGlob(String glob) {
    this.glob = glob;
  }

  /** What a path has to match, from the folder of the file on; one without a slash, any name. */
  static Pattern pattern(String glob) {
    String path = glob.startsWith("/") ? glob.substring(1) : glob;
    String regex = new EditorConfigGlob(path).regex(0, path.length());
    return Pattern.compile(glob.contains("/") ? regex : "(?:.*/)?" + regex);
  }

  private String regex(int from, int to) {
    StringBuilder regex = new StringBuilder();
    int at = from;
    while (at < to) {
      int next = at + 1;
      switch (glob.charAt(at)) {
        case '*' -> {
          boolean any = glob.startsWith("**", at);
          regex.append(any ? ".*" : "[^/]*");
          next = any ? at + 2 : next;
        }
        case '?' -> regex.append("[^/]");
        case '[' -> next = characters(at, to, regex);
        case '{' -> next = choice(at, to, regex);
        case '\\' -> {
          next = Math.min(at + 2, to);
          regex.append(Pattern.quote(glob.substring(Math.min(at + 1, to - 1), next)));
        }
        default -> regex.append(Pattern.quote(glob.substring(at, next)));
      }
      at = next;
    }
    return regex.toString();
  }

  /** Writes a class of characters; returns where it ends. */
  private int characters(int open, int to, StringBuilder regex) {
    int close = glob.indexOf(']', open + 2);
    if (close < 0 || close >= to || glob.substring(open, close).contains("/")) {
      regex.append("\\[");
      return open + 1;
    }
    boolean isNegated = glob.charAt(open + 1) == '!';
    regex.append(isNegated ? "[^/" : "[");
    for (char c : glob.substring(open + (isNegated ? 2 : 1), close).toCharArray()) {
      regex.append("\\^[&".indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    regex.append(']');
    return close + 1;
  }

  /** Writes alternatives or a range of numbers; returns where it ends. */
  private int choice(int open, int to, StringBuilder regex) {
    List<Integer> cuts = cuts(open, to);
    if (cuts.isEmpty()) {
      regex.append("\\{");
      return open + 1;
    }
    int close = cuts.getLast();
    Matcher numbers = NUMBERS.matcher(glob.substring(open + 1, close));
    if (cuts.size() == 2 && numbers.matches()) {
      regex.append(numbers(numbers));
    } else if (cuts.size() == 2) {
      // braces around one thing are no choice
      regex.append("\\{").append(regex(open + 1, close)).append("\\}");
    } else {
      List<String> alternatives = new ArrayList<>();
      for (int i = 1; i < cuts.size(); i++) {
        alternatives.add(regex(cuts.get(i - 1) + 1, cuts.get(i)));
      }
      regex.append("(?:").append(String.join("|", alternatives)).append(')');
    }
    return close + 1;
  }

  /** The opening brace, the commas between alternatives, and the closing brace; or nothing. */
  private List<Integer> cuts(int open, int to) {
    List<Integer> cuts = new ArrayList<>(List.of(open));
    int depth = 0;
    for (int at = open; at < to; at++) {
      char c = glob.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        cuts.add(at);
        return cuts;
      }
      if (c == '\\') {
        at++;
      } else if (c == ',' && depth == 1) {
        cuts.add(at);
      }
    }
    return List.of();
  }

  private static String numbers(Matcher range) {
    try {
      int low = Integer.parseInt(range.group(1));
      int high = Integer.parseInt(range.group(2));
      List<String> all = new ArrayList<>();
      for (int i = low; i <= high && all.size() < MOST_NUMBERS; i++) {
        all.add(String.valueOf(i));
      }
      return "(?:" + String.join("|", all) + ")";
    } catch (NumberFormatException e) {
      return "[+-]?\\d+";
    }
  }
}
