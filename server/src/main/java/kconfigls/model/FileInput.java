package kconfigls.model;

import kconfigls.outline.FileOutline;

/** What the linker is told about a path. */
public sealed interface FileInput {
  record Present(FileOutline outline) implements FileInput {}

  record Absent() implements FileInput {}

  record Folder() implements FileInput {}

  record Unreadable(String reason) implements FileInput {}

  /** It may not be read; the reason is a clause for people. */
  record Outside(String reason) implements FileInput {}

  /** Nobody has looked yet: a missing input. */
  record NotLoaded() implements FileInput {}
}
