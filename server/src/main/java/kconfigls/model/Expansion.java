package kconfigls.model;

/**
 * The result of expanding macros.
 *
 * @param text what is known of it
 * @param known false if a part of it is unknown
 */
public record Expansion(String text, boolean known) {
  static final Expansion EMPTY = new Expansion("", true);
  static final Expansion UNKNOWN = new Expansion("", false);
}
