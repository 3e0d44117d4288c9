package kconfigls.vfs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the patterns of paths in the heads of an {@code .editorconfig}'s sections. */
final class EditorConfigGlob {
  /** More than anybody nests; deeper braces stand for themselves. */
  private static final int MOST_BRACES = 50;

  private final int[] glob;

  /** By the place of an opening brace those of its commas and of its end, in order. */
  private final Map<Integer, List<Integer>> braces = new HashMap<>();

  private final BracketReader brackets;

  private EditorConfigGlob(String glob) {
    this.glob = glob.codePoints().toArray();
    this.brackets = new BracketReader(this.glob, Glob.Syntax.EDITORCONFIG);
    pairBraces();
  }

  /** What a path has to match, from the folder of the file on; one without a slash, any name. */
  static List<GlobPart> parts(String glob) {
    String path = glob.startsWith("/") ? glob.substring(1) : glob;
    EditorConfigGlob reader = new EditorConfigGlob(path);
    List<GlobPart> parts = new ArrayList<>();
    if (!glob.contains("/")) {
      parts.add(GlobPart.FOLDERS);
    }
    parts.addAll(reader.parts(0, reader.glob.length));
    return parts;
  }

  /** A brace that is open: where it stands, and its commas so far. */
  private record Open(int at, List<Integer> cuts) {}

  private void pairBraces() {
    Deque<Open> open = new ArrayDeque<>();
    for (int at = 0; at < glob.length; at++) {
      int c = glob[at];
      if (c == '\\') {
        at++;
      } else if (c == '{') {
        open.push(new Open(at, new ArrayList<>()));
      } else if (c == ',' && !open.isEmpty()) {
        open.element().cuts().add(at);
      } else if (c == '}' && !open.isEmpty()) {
        Open brace = open.pop();
        brace.cuts().add(at);
        if (open.size() < MOST_BRACES) {
          braces.put(brace.at(), brace.cuts());
        }
      }
    }
  }

  private List<GlobPart> parts(int from, int to) {
    List<GlobPart> parts = new ArrayList<>();
    int at = from;
    while (at < to) {
      at = part(at, to, parts);
    }
    return parts;
  }

  /** Reads what stands at a place; returns where it ends. */
  private int part(int at, int to, List<GlobPart> parts) {
    switch (glob[at]) {
      case '*' -> {
        boolean any = at + 1 < to && glob[at + 1] == '*';
        parts.add(new GlobPart.Many(any ? CharacterSet.ANY : CharacterSet.NO_SLASH));
        return any ? at + 2 : at + 1;
      }
      case '/' -> {
        parts.add(GlobPart.character('/'));
        if (new String(glob, at, Math.min(4, to - at)).equals("/**/")) {
          parts.add(GlobPart.FOLDERS);
          return at + 4;
        }
      }
      case '?' -> parts.add(new GlobPart.One(CharacterSet.NO_SLASH));
      case '[' -> {
        BracketReader.Read read = brackets.read(at);
        if (read.set() != null && read.end() <= to) {
          parts.add(new GlobPart.One(read.set()));
          return read.end();
        }
        parts.add(GlobPart.character('['));
      }
      case '{' -> {
        List<Integer> cuts = braces.get(at);
        if (cuts != null) {
          parts.addAll(choice(at, cuts));
          return cuts.getLast() + 1;
        }
        parts.add(GlobPart.character('{'));
      }
      case '\\' -> {
        int literal = Math.min(at + 1, to - 1);
        parts.add(GlobPart.character(glob[literal]));
        return literal + 1;
      }
      default -> parts.add(GlobPart.character(glob[at]));
    }
    return at + 1;
  }

  /** Alternatives, a range of numbers, or braces around one thing, which are no choice. */
  private List<GlobPart> choice(int open, List<Integer> cuts) {
    if (cuts.size() > 1) {
      List<List<GlobPart>> alternatives = new ArrayList<>();
      int from = open + 1;
      for (int cut : cuts) {
        alternatives.add(parts(from, cut));
        from = cut + 1;
      }
      return List.of(new GlobPart.Choice(alternatives));
    }
    int close = cuts.getLast();
    List<GlobPart> numbers = NumberRange.parts(new String(glob, open + 1, close - open - 1));
    if (!numbers.isEmpty()) {
      return numbers;
    }
    List<GlobPart> parts = new ArrayList<>(List.of(GlobPart.character('{')));
    parts.addAll(parts(open + 1, close));
    parts.add(GlobPart.character('}'));
    return parts;
  }
}
