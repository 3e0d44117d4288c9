package kconfigls.model;

import java.util.List;
import kconfigls.outline.FileOutline;

/** What the linker is told about a path. */
public sealed interface FileInput {
  /**
   * A file that is there.
   *
   * @param unbalanced the offsets at which blocks begin or end that do not do both in this file: no
   *     statement of the outline shows them. They only tell one input from another
   */
  record Present(FileOutline outline, List<Integer> unbalanced) implements FileInput {}

  record Absent() implements FileInput {}

  record Folder() implements FileInput {}

  record Unreadable(String reason) implements FileInput {}

  /** It may not be read; the reason is a clause for people. */
  record Outside(String reason) implements FileInput {}

  /** Nobody has looked yet: a missing input. */
  record NotLoaded() implements FileInput {}
}
