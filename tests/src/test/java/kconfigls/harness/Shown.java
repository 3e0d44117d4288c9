package kconfigls.harness;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Snapshot;
import kconfigls.ide.RenamedFile;
import kconfigls.ide.SourceUses;
import kconfigls.ide.refactoring.Refactoring;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.text.UnifiedDiff;
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

  public String found(SourceUses.Found found) {
    return found.file().relativeTo(root) + ":" + range(found.source(), found.range());
  }

  /** The places of a rename; those to be confirmed say why. */
  public String renamed(List<RenamedFile> files) {
    StringBuilder lines = new StringBuilder();
    for (RenamedFile file : files) {
      for (RenamedFile.Edit edit : file.edits()) {
        lines.append(file.file().relativeTo(root)).append(':');
        lines.append(range(file.source(), edit.range()));
        lines.append(edit.group().isToBeConfirmed() ? "  (" + edit.group().label() + ")\n" : "\n");
        if (edit.range().isEmpty()) {
          lines.append(edit.newText().indent(4));
        }
      }
    }
    return lines.isEmpty() ? "none\n" : lines.toString();
  }

  /** The line of a range, from 1, and its text with the range in marks. */
  public String range(FileCell cell, TextRange range) {
    return range(cell.source(), range);
  }

  private static String range(SourceText source, TextRange range) {
    String text = source.text();
    int line = source.lines().lineOf(range.start());
    int start = source.lines().start(line);
    int end = Math.max(source.lines().end(line), range.end());
    return (line + 1)
        + ": "
        + text.substring(start, range.start()).stripLeading()
        + "«"
        + range.of(text)
        + "»"
        + text.substring(range.end(), end);
  }

  /** What a refactoring does, with its changes as {@code diff -u} prints them. */
  public String refactoring(FileCell cell, Refactoring refactoring) {
    String after = cell.source().with(refactoring.edits()).text();
    String diff = UnifiedDiff.of("Kconfig", cell.source().text(), after);
    return refactoring.kind()
        + " "
        + refactoring.id()
        + ": "
        + refactoring.title()
        + "\n"
        + diff.substring(diff.indexOf("@@")).stripTrailing().replace("\r", "␍");
  }

  /** A range's text on one line. */
  public String quoted(FileCell cell, TextRange range) {
    String text = range.of(cell.source().text()).replace("\n", "⏎").replace("\t", " ");
    return text.length() > 60
        ? "«" + text.substring(0, 28) + " … " + text.substring(text.length() - 28) + "»"
        : "«" + text + "»";
  }
}
