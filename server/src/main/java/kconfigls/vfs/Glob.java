package kconfigls.vfs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of paths. Every text is a pattern: what is malformed stands for itself, and a pattern
 * that no file can match, such as one with the class {@code [z-a]}, matches nothing. The time that
 * a match takes grows with the length of the path and with that of the pattern, never faster.
 */
public final class Glob {
  /** No path is longer on Linux; a longer pattern matches nothing. */
  static final int MOST_CHARACTERS = 4096;

  private static final VfsPath ROOT = VfsPath.of("/");

  /** What the characters of a pattern mean. */
  public enum Syntax {
    /**
     * As glob(3) and the shell: {@code *}, {@code ?} and {@code […]} within one part of a path,
     * over bytes; {@code [!…]} and {@code [^…]}, {@code [[:alpha:]]}, a backslash before a
     * character that stands for itself. A dot at the start of a part is matched by a dot only.
     */
    C,

    /**
     * As Python's glob: the same over characters, without {@code [^…]}, classes and backslashes.
     */
    PYTHON,

    /**
     * As a line of a .gitignore, relative to its folder: as C, but a dot is no special character,
     * and {@code **} as a whole part of the path stands for any number of parts. Pattern and path
     * are bytes, each a character below 256, for such a file has no encoding.
     */
    GITIGNORE,

    /**
     * Paths in the settings: as C without backslashes, but a dot is no special character, {@code
     * **} stands for any number of folders, a pattern without a slash for a name in any folder, and
     * a folder for all that is in it.
     */
    SETTINGS,

    /**
     * As the head of a section in an .editorconfig, relative to its folder: a pattern without a
     * slash stands for a name in any folder; with {@code **}, <code>{a,b}</code> and <code>{1..9}
     * </code>.
     */
    EDITORCONFIG;

    /** Whether a backslash makes the next character stand for itself. */
    boolean hasEscapes() {
      return this == C || this == GITIGNORE || this == EDITORCONFIG;
    }

    /** Whether there is {@code [[:alpha:]]}. */
    boolean hasClasses() {
      return this == C || this == GITIGNORE || this == SETTINGS;
    }
  }

  private final VfsPath folder;
  private final String pattern;
  private final Syntax syntax;
  private final Automaton automaton;

  private Glob(VfsPath folder, String pattern, Syntax syntax) {
    this.folder = folder;
    this.pattern = pattern;
    this.syntax = syntax;
    this.automaton =
        Automaton.of(pattern.length() <= MOST_CHARACTERS ? parts() : List.of(GlobPart.NOTHING));
  }

  /** The pattern that a text is; never throws. */
  public static Glob of(String pattern, Syntax syntax) {
    return new Glob(ROOT, pattern, syntax);
  }

  /**
   * The pattern that a path, relative to a folder, is. The characters of the folder's own name mean
   * nothing, whatever they are.
   */
  public static Glob below(VfsPath folder, String path, Syntax syntax) {
    VfsPath start = path.startsWith("/") ? ROOT : folder;
    String[] parts = path.split("/");
    int literal = 0;
    while (literal < parts.length && !isGlob(parts[literal])) {
      start = parts[literal].isEmpty() ? start : start.resolve(parts[literal]);
      literal++;
    }
    List<String> rest = List.of(parts).subList(literal, parts.length);
    return new Glob(start, String.join("/", rest), syntax);
  }

  /** Whether a path holds a pattern's character. */
  public static boolean isGlob(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
  }

  /** The folder below which all files lie that match; the root for a pattern without one. */
  public VfsPath folder() {
    return folder;
  }

  /** The pattern without its folder. */
  public String pattern() {
    return pattern;
  }

  public Syntax syntax() {
    return syntax;
  }

  /** Whether the whole of a path matches; its parts are separated by {@code /}. */
  public boolean matches(String path) {
    if (folder == ROOT) {
      return run(path).isAccepted();
    }
    String prefix = folder.text() + "/";
    return path.startsWith(prefix) && run(path.substring(prefix.length())).isAccepted();
  }

  /** The match, with how many steps it took. */
  Automaton.Run run(String path) {
    return automaton.run(encoded(path));
  }

  private List<GlobPart> parts() {
    return syntax == Syntax.EDITORCONFIG
        ? EditorConfigGlob.parts(pattern)
        : PathGlob.parts(encoded(pattern), syntax);
  }

  /** The C programs use no locale: each byte is a character for them. */
  private String encoded(String text) {
    return syntax == Syntax.C
        ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        : text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Glob glob
        && folder.equals(glob.folder)
        && pattern.equals(glob.pattern)
        && syntax == glob.syntax;
  }

  @Override
  public int hashCode() {
    return (folder.hashCode() * 31 + pattern.hashCode()) * 31 + syntax.ordinal();
  }

  @Override
  public String toString() {
    return folder == ROOT ? pattern : folder + "/" + pattern;
  }
}
