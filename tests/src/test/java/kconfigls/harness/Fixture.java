package kconfigls.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.text.TextRange;

/**
 * A tree with what is expected of it, written as one text. A line {@code #- NAME …} begins a file;
 * the first file's header may name {@code dialect:…} and {@code env:NAME=VALUE}, any header {@code
 * crlf} and {@code nonewline}. A line {@code # ^^^ severity[rule] message part} expects a finding
 * on the line above, where a tab goes to the next multiple of eight; a caret directly after the
 * {@code #} stands for column 0 too. {@code <|>} is a cursor, {@code [[name|…]]} a range; all marks
 * are taken out of the texts.
 */
public record Fixture(
    String dialect,
    Map<String, String> environment,
    Map<String, String> files,
    List<Expected> expected,
    Optional<Spot> cursor,
    List<Spot> ranges) {

  /** A finding that must be there; lines from 0, columns as seen with tabs of eight. */
  public record Expected(
      String file, int line, int column, int width, String severity, String rule, String message) {}

  /** A named place of the texts without marks; a cursor has no name and no length. */
  public record Spot(String file, String name, TextRange range) {}

  private static final String HEADER = "#- ";
  private static final Pattern EXPECTED =
      Pattern.compile("#(\\s*)(\\^+)\\s+(error|warning|info|hint)\\[([a-z-]+)] (.*)");
  private static final Pattern MARK = Pattern.compile("<\\|>|\\[\\[(\\w+)\\|(.*?)]]");

  /** Whether a line of a fixture expects a finding. */
  static boolean isExpectation(String line) {
    return EXPECTED.matcher(line.stripTrailing()).matches();
  }

  /** Reads a fixture. */
  public static Fixture parse(String text) {
    return new Reader().read(text);
  }

  /** The files that are read one after the other. */
  private static final class Reader {
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final List<Expected> expected = new ArrayList<>();
    private final List<Spot> ranges = new ArrayList<>();
    private Optional<Spot> cursor = Optional.empty();
    private String dialect = "generic";
    private String file = "";
    private String header = "";
    private final StringBuilder body = new StringBuilder();
    private int line = -1;

    Fixture read(String text) {
      if (!text.startsWith(HEADER)) {
        throw new IllegalArgumentException("a fixture begins with a line '#- NAME …'");
      }
      for (String each : text.split("(?<=\n)")) {
        Matcher matcher = EXPECTED.matcher(each.stripTrailing());
        if (each.startsWith(HEADER)) {
          begin(each.substring(HEADER.length()).strip());
        } else if (matcher.matches()) {
          expect(matcher);
        } else {
          line++;
          body.append(unmarked(each));
        }
      }
      end();
      return new Fixture(dialect, environment, files, expected, cursor, ranges);
    }

    private void begin(String options) {
      end();
      header = options;
      for (String option : options.split("\\s+")) {
        if (option.startsWith("dialect:")) {
          dialect = option.substring("dialect:".length());
        } else if (option.startsWith("env:")) {
          String[] pair = option.substring("env:".length()).split("=", 2);
          environment.put(pair[0], pair[1]);
        }
      }
      file = options.split("\\s+")[0];
      line = -1;
      body.setLength(0);
    }

    private void end() {
      if (file.isEmpty()) {
        return;
      }
      String text = body.toString();
      List<String> options = List.of(header.split("\\s+"));
      text = options.contains("nonewline") ? text.stripTrailing() : text;
      files.put(file, options.contains("crlf") ? text.replace("\n", "\r\n") : text);
    }

    private void expect(Matcher matcher) {
      boolean first = matcher.group(1).isEmpty();
      int column = first ? 0 : column("#" + matcher.group(1));
      int width = matcher.group(2).length() + (first ? 1 : 0);
      expected.add(
          new Expected(
              file, line, column, width, matcher.group(3), matcher.group(4), matcher.group(5)));
    }

    private String unmarked(String text) {
      Matcher matcher = MARK.matcher(text);
      StringBuilder out = new StringBuilder();
      int at = 0;
      while (matcher.find()) {
        out.append(text, at, matcher.start());
        int start = body.length() + out.length();
        if (matcher.group(1) == null) {
          cursor = Optional.of(new Spot(file, "", TextRange.at(start)));
        } else {
          out.append(matcher.group(2));
          TextRange range = new TextRange(start, start + matcher.group(2).length());
          ranges.add(new Spot(file, matcher.group(1), range));
        }
        at = matcher.end();
      }
      return out.append(text.substring(at)).toString();
    }
  }

  /** The column that follows a text at the start of a line. */
  static int column(String text) {
    int column = 0;
    for (char c : text.toCharArray()) {
      column = c == '\t' ? (column / 8 + 1) * 8 : column + 1;
    }
    return column;
  }
}
