package kconfigls.vfs;

import kconfigls.text.SourceText;

/** What is known of one path. */
public sealed interface FileState {
  /** Larger files, in bytes or characters, are not looked at; those of real trees have 0.2 MB. */
  int MOST = 16 << 20;

  /** A file with its text, from disk or from an editor. */
  record Present(SourceText source, Origin origin, int version) implements FileState {}

  /** Nothing is there. */
  record Absent() implements FileState {}

  /** A folder. */
  record Folder() implements FileState {}

  /** Something is there, but it cannot be read; the reason is a clause for people. */
  record Unreadable(String reason) implements FileState {}

  /**
   * A tree names it that may not: it was not opened. The reason is a clause for people that follows
   * "is not read: ".
   */
  record Outside(String reason) implements FileState {}

  /** Where a text comes from. */
  enum Origin {
    DISK,
    EDITOR
  }
}
