package kconfigls.model;

/**
 * The result of expanding macros.
 *
 * @param text what is known of it
 * @param known false if a part of it is unknown
 */
public record Expansion(String text, boolean known) {
  public static final Expansion EMPTY = new Expansion("", true);
  public static final Expansion UNKNOWN = new Expansion("", false);
}
