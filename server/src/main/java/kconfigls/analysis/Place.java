package kconfigls.analysis;

import java.util.Comparator;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/** A range of a file. */
public record Place(VfsPath file, TextRange range) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(place -> place.range().start())
          .thenComparingInt(place -> place.range().end());

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
