package kconfigls.vfs;

/** A set of characters, by code point. */
@FunctionalInterface
interface CharacterSet {
  CharacterSet NONE = c -> false;
  CharacterSet ANY = c -> true;
  CharacterSet NO_SLASH = c -> c != '/';

  boolean contains(int c);

  static CharacterSet of(int character) {
    return c -> c == character;
  }

  /** From one character to another, both included; empty if they come in the other order. */
  static CharacterSet range(int from, int to) {
    return c -> from <= c && c <= to;
  }
}
