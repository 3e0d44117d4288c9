package kconfigls.text.escape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence or a part of one: words, with names, values and paths as code. It becomes text only
 * when the target is known, so that nothing in it can be markup.
 */
public final class Phrase {
  private enum Kind {
    WORDS,
    CODE,
    STRONG
  }

  private record Part(String text, Kind kind) {}

  private final List<Part> parts;

  private Phrase(List<Part> parts) {
    this.parts = parts;
  }

  /** Words, of a tree or our own, in which nothing is code. */
  public static Phrase words(String text) {
    return new Phrase(List.of(new Part(text, Kind.WORDS)));
  }

  /** A name, a value or a path. */
  public static Phrase code(String text) {
    return new Phrase(List.of(new Part(text, Kind.CODE)));
  }

  /** Words that stand out, such as the name that all is about. */
  static Phrase strong(String text) {
    return new Phrase(List.of(new Part(text, Kind.STRONG)));
  }

  /** A sentence whose code stands between backticks; one without its partner is a character. */
  public static Phrase prose(String text) {
    List<Part> parts = new ArrayList<>();
    int end = 0;
    int open = text.indexOf('`');
    while (open >= 0) {
      int close = text.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      parts.add(new Part(text.substring(end, open), Kind.WORDS));
      parts.add(new Part(text.substring(open + 1, close), Kind.CODE));
      end = close + 1;
      open = text.indexOf('`', end);
    }
    parts.add(new Part(text.substring(end), Kind.WORDS));
    return new Phrase(parts);
  }

  /** Phrases one behind the other. */
  public static Phrase of(Phrase... phrases) {
    return new Phrase(Arrays.stream(phrases).flatMap(phrase -> phrase.parts.stream()).toList());
  }

  /** Names with commas between them. */
  public static Phrase list(List<String> names) {
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(new Part(parts.isEmpty() ? "" : ", ", Kind.WORDS));
      parts.add(new Part(name, Kind.CODE));
    }
    return new Phrase(parts);
  }

  /** For readers of Markdown. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      String text =
          switch (part.kind()) {
            case WORDS -> MarkdownText.words(part.text(), out.isEmpty());
            case CODE -> MarkdownText.code(part.text());
            case STRONG -> "**" + MarkdownText.words(part.text(), false) + "**";
          };
      boolean glued =
          text.startsWith("`") && out.length() > 0 && out.charAt(out.length() - 1) == '`';
      out.append(glued ? " " : "").append(text);
    }
    return out.toString();
  }

  /** For readers that show every character. */
  public String plain() {
    return parts.stream().map(part -> Printable.lines(part.text())).collect(Collectors.joining());
  }
}
