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
     * and {@code **} as a whole part of the path stands for any number of parts.
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

  private final String pattern;
  private final Syntax syntax;
  private final Automaton automaton;

  private Glob(String pattern, Syntax syntax) {
    this.pattern = pattern;
    this.syntax = syntax;
    this.automaton =
        Automaton.of(pattern.length() <= MOST_CHARACTERS ? parts() : List.of(GlobPart.NOTHING));
  }

  /** The pattern that a text is; never throws. */
  public static Glob of(String pattern, Syntax syntax) {
    return new Glob(pattern, syntax);
  }

  /** Whether a path holds a pattern's character. */
  public static boolean isGlob(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
  }

  public String pattern() {
    return pattern;
  }

  public Syntax syntax() {
    return syntax;
  }

  /** Whether the whole of a path matches; its parts are separated by {@code /}. */
  public boolean matches(String path) {
    return run(path).isAccepted();
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

  /** The C programs and git use no locale: each byte is a character for them. */
  private String encoded(String text) {
    return syntax == Syntax.C || syntax == Syntax.GITIGNORE
        ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        : text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Glob glob && pattern.equals(glob.pattern) && syntax == glob.syntax;
  }

  @Override
  public int hashCode() {
    return pattern.hashCode() * 31 + syntax.ordinal();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
