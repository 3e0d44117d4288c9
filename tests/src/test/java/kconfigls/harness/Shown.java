package kconfigls.harness;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Snapshot;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/** Places of a snapshot as lines of source with the places marked, one line each. */
public record Shown(Snapshot snapshot, VfsPath root) {

  /** One line for each. */
  public <T> String each(List<T> all, Function<T, String> line) {
    return all.isEmpty()
        ? "none\n"
        : all.stream().map(line).map(text -> text + "\n").collect(Collectors.joining());
  }

  public String places(List<Place> places) {
    return each(places, this::place);
  }

  /** A place with its file. */
  public String place(Place place) {
    FileCell cell = snapshot.present(place.file()).orElseThrow();
    return place.file().relativeTo(root) + ":" + range(cell, place.range());
  }

  /** The line of a range, from 1, and its text with the range in marks. */
  public String range(FileCell cell, TextRange range) {
    String text = cell.source().text();
    int line = cell.source().lines().lineOf(range.start());
    int start = cell.source().lines().start(line);
    int end = Math.max(cell.source().lines().end(line), range.end());
    return (line + 1)
        + ": "
        + text.substring(start, range.start()).stripLeading()
        + "«"
        + range.of(text)
        + "»"
        + text.substring(range.end(), end);
  }

  /** A range's text on one line. */
  public String quoted(FileCell cell, TextRange range) {
    String text = range.of(cell.source().text()).replace("\n", "⏎").replace("\t", " ");
    return text.length() > 60
        ? "«" + text.substring(0, 28) + " … " + text.substring(text.length() - 28) + "»"
        : "«" + text + "»";
  }
}
