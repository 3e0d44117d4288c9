package kconfigls.vfs;

import java.util.ArrayList;
import java.util.List;

/** Reads patterns of paths in which {@code *} stays within one part of a path. */
final class PathGlob {
  private final int[] pattern;
  private final Glob.Syntax syntax;
  private final BracketReader brackets;
  private final List<GlobPart> parts = new ArrayList<>();

  private PathGlob(String pattern, Glob.Syntax syntax) {
    this.pattern = pattern.codePoints().toArray();
    this.syntax = syntax;
    this.brackets = new BracketReader(this.pattern, syntax);
  }

  static List<GlobPart> parts(String pattern, Glob.Syntax syntax) {
    return syntax == Glob.Syntax.SETTINGS ? inTree(pattern) : new PathGlob(pattern, syntax).parts();
  }

  private static List<GlobPart> inTree(String pattern) {
    String path = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    List<GlobPart> parts = new ArrayList<>();
    if (!trimmed.contains("/")) {
      parts.add(GlobPart.FOLDERS);
    }
    parts.addAll(new PathGlob(trimmed, Glob.Syntax.SETTINGS).parts());
    List<GlobPart> below = List.of(GlobPart.character('/'), new GlobPart.Many(CharacterSet.ANY));
    parts.add(GlobPart.optional(below));
    return parts;
  }

  private List<GlobPart> parts() {
    int at = 0;
    while (at < pattern.length) {
      at = part(at);
    }
    return parts;
  }

  /** Reads what stands at a place; returns where it ends. */
  private int part(int at) {
    switch (pattern[at]) {
      case '*' -> {
        return stars(at);
      }
      case '?' -> {
        wild(at, new GlobPart.One(CharacterSet.NO_SLASH));
        return at + 1;
      }
      case '[' -> {
        BracketReader.Read read = brackets.read(at);
        if (read.set() != null) {
          wild(at, new GlobPart.One(read.set()));
        } else {
          boolean literal = syntax != Glob.Syntax.GITIGNORE;
          parts.add(literal ? GlobPart.character('[') : GlobPart.NOTHING);
        }
        return read.end();
      }
      case '\\' -> {
        int literal = syntax.hasEscapes() ? at + 1 : at;
        boolean follows = literal < pattern.length;
        parts.add(follows ? GlobPart.character(pattern[literal]) : GlobPart.NOTHING);
        return literal + 1;
      }
      default -> {
        parts.add(GlobPart.character(pattern[at]));
        return at + 1;
      }
    }
  }

  /** Adds what does not match a dot at the start of a part. */
  private void wild(int at, GlobPart part) {
    boolean dotsHide = syntax == Glob.Syntax.C || syntax == Glob.Syntax.PYTHON;
    if (dotsHide && isPartStart(at)) {
      parts.add(new GlobPart.NoDot());
    }
    parts.add(part);
  }

  private boolean isPartStart(int at) {
    return at == 0 || pattern[at - 1] == '/';
  }

  private int stars(int at) {
    int end = at;
    while (end < pattern.length && pattern[end] == '*') {
      end++;
    }
    boolean isWhole = isPartStart(at) && (end == pattern.length || pattern[end] == '/');
    boolean crosses =
        end - at > 1
            && (syntax == Glob.Syntax.SETTINGS || (syntax == Glob.Syntax.GITIGNORE && isWhole));
    if (!crosses) {
      wild(at, new GlobPart.Many(CharacterSet.NO_SLASH));
      return end;
    }
    if (isWhole && end < pattern.length) {
      parts.add(GlobPart.FOLDERS);
      return end + 1;
    }
    parts.add(new GlobPart.Many(CharacterSet.ANY));
    return end;
  }
}
