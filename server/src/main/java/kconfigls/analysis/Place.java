package kconfigls.analysis;

import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/** A range of a file. */
public record Place(VfsPath file, TextRange range) implements Comparable<Place> {
  @Override
  public int compareTo(Place other) {
    // most places that are compared lie in the same file
    int order = file.equals(other.file) ? 0 : file.compareTo(other.file);
    if (order == 0) {
      order = Integer.compare(range.start(), other.range.start());
    }
    return order == 0 ? Integer.compare(range.end(), other.range.end()) : order;
  }
}
