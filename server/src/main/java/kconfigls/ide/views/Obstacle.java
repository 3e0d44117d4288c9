package kconfigls.ide.views;

import kconfigls.analysis.Place;
import kconfigls.text.escape.Printable;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a symbol from a value.
 *
 * @param message for people, with code in backticks
 * @param symbol the other symbol that it is about; null for none
 * @param place of what says so; null for none
 */
public record Obstacle(Kind kind, String message, @Nullable String symbol, @Nullable Place place) {
  public Obstacle {
    message = Printable.line(message);
  }

  /** What it is. */
  public enum Kind {
    /** Nobody is asked for the symbol's value. */
    NO_PROMPT("noPrompt"),
    /** What it depends on is too low. */
    DEPENDENCY("dependency"),
    /** Another symbol holds it up, or would if it were on. */
    SELECT("select"),
    /** Another member of its choice is on. */
    CHOICE("choice"),
    /** There are no modules. */
    MODULES("modules"),
    /** A number is out of its range. */
    RANGE("range"),
    /** The value depends on something that is not known. */
    UNKNOWN("unknown"),
    /** Anything else. */
    OTHER("other");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** Its name in answers. */
    public String id() {
      return id;
    }
  }
}
