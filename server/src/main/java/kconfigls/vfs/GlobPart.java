package kconfigls.vfs;

import java.util.List;

/** A part of a pattern. */
sealed interface GlobPart {
  /** One character of a set. */
  record One(CharacterSet set) implements GlobPart {}

  /** Any number of characters of a set. */
  record Many(CharacterSet set) implements GlobPart {}

  /** One of several sequences; nothing matches if there is none. */
  record Choice(List<List<GlobPart>> alternatives) implements GlobPart {}

  /** No character: what follows must not begin with a dot. */
  record NoDot() implements GlobPart {}

  /** Nothing matches it. */
  GlobPart NOTHING = new Choice(List.of());

  /** Any number of folders, each with its slash. */
  GlobPart FOLDERS = optional(List.of(new Many(CharacterSet.ANY), character('/')));

  static GlobPart character(int c) {
    return new One(CharacterSet.of(c));
  }

  /** The parts, or nothing. */
  static GlobPart optional(List<GlobPart> parts) {
    return new Choice(List.of(parts, List.of()));
  }
}
