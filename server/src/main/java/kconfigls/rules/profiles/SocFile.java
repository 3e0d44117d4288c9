package kconfigls.rules.profiles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.text.LineIndex;
import kconfigls.text.SourceText;

/**
 * Reads the names of SoCs out of a {@code soc.yml} of Zephyr: the {@code name} of each item of a
 * list {@code socs}, in a family and series or not. Of YAML it knows nested keys and lists.
 */
final class SocFile {
  /** The name of a SoC, and its line, from 1. */
  record Soc(String name, int line) {}

  private static final Pattern LINE =
      Pattern.compile("( *)((?:- +)*)([\\w-]+):(?:\\s+[\"']?([^\"'#]*?)[\"']?)?\\s*(?:#.*)?");

  /** A key with a list or other keys below it. */
  private record Key(int column, String name) {}

  private final Deque<Key> open = new ArrayDeque<>();
  private final List<Soc> socs = new ArrayList<>();

  private SocFile() {}

  static List<Soc> socs(SourceText source) {
    SocFile file = new SocFile();
    LineIndex lines = source.lines();
    for (int line = 0; line < lines.count(); line++) {
      Matcher matcher =
          LINE.matcher(source.text().substring(lines.start(line), lines.end(line)).stripTrailing());
      if (matcher.matches()) {
        file.line(matcher, line + 1);
      }
    }
    return file.socs;
  }

  private void line(Matcher matcher, int line) {
    int column = matcher.end(1);
    int keyColumn = matcher.end(2);
    String key = matcher.group(3);
    String value = matcher.group(4) == null ? "" : matcher.group(4).strip();
    // an item may stand as far left as the key of its list
    boolean isItem = keyColumn > column;
    while (!open.isEmpty() && open.peek().column() >= keyColumn) {
      open.pop();
    }
    while (isItem && !open.isEmpty() && open.peek().column() > column) {
      open.pop();
    }
    if (isItem && key.equals("name") && !open.isEmpty() && open.peek().name().equals("socs")) {
      socs.add(new Soc(value, line));
    }
    if (value.isEmpty()) {
      open.push(new Key(keyColumn, key));
    }
  }
}
