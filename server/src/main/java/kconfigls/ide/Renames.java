package kconfigls.ide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.Feature;
import kconfigls.ide.RenamedFile.Edit;
import kconfigls.ide.RenamedFile.Group;
import kconfigls.ide.support.Cursor;
import kconfigls.ide.support.Cursors;
import kconfigls.ide.support.Macros;
import kconfigls.ide.support.Occurrences;
import kconfigls.ide.support.SymbolNames;
import kconfigls.text.TextRange;
import kconfigls.usage.SourceIndex;
import kconfigls.vfs.VfsPath;

/** Renames a symbol in its whole tree, or a macro in the tree's Kconfig files. */
public final class Renames {
  /** What a rename comes to. */
  public sealed interface Outcome {
    /** The changes, in order of file. */
    record Edits(List<RenamedFile> files) implements Outcome {}

    /** Why it cannot be; a sentence for people. */
    record Refused(String reason) implements Outcome {}
  }

  /** What would be renamed. */
  public record Target(TextRange range, String name, boolean isSymbol) {}

  private final Semantics semantics;
  private final FileCell cell;
  private final Collection<FileCell> files;
  private final List<Place> places;
  private final String name;
  private final String newName;

  private Renames(Semantics semantics, FileCell cell, int offset, String name, String newName) {
    this.semantics = semantics;
    this.cell = cell;
    this.files = Occurrences.files(semantics, cell);
    this.places =
        Occurrences.at(semantics, cell, offset).stream()
            .map(Occurrences.Occurrence::place)
            .toList();
    this.name = name;
    this.newName = newName;
  }

  /** The symbol or macro at an offset that has a definition; empty for anything else. */
  public static Optional<Target> target(Semantics semantics, FileCell cell, int offset) {
    return switch (Cursors.at(semantics, cell, offset)) {
      case Cursor.SymbolName symbol
          when symbol.name().indexOf('$') < 0
              && semantics.symbol(symbol.name(), cell.path()).isPresent() ->
          Optional.of(new Target(bare(semantics, cell, offset, symbol), symbol.name(), true));
      case Cursor.Macro macro when !Macros.of(semantics, macro.name()).isEmpty() ->
          Optional.of(new Target(macro.range(), macro.name(), false));
      default -> Optional.empty();
    };
  }

  /** The name without the prefix that it has outside Kconfig, and without the suffix of its m. */
  private static TextRange bare(
      Semantics semantics, FileCell cell, int offset, Cursor.SymbolName symbol) {
    return SymbolNames.at(semantics, cell, offset)
        .map(SymbolNames.Named::name)
        .map(
            name ->
                new TextRange(
                    name.start(), Math.min(name.end(), name.start() + symbol.name().length())))
        .orElse(symbol.range());
  }

  /**
   * All that is to be changed for a new name, or why the name cannot be given.
   *
   * @param sources of the tree that the file belongs to
   */
  public static Outcome rename(
      Semantics semantics,
      FileCell cell,
      int offset,
      String newName,
      SourceIndex sources,
      CancelToken cancel) {
    Optional<Target> target = target(semantics, cell, offset);
    if (target.isEmpty()) {
      return new Outcome.Refused("nothing here has a definition that could be renamed");
    }
    String name = target.get().name();
    if (name.equals(newName)) {
      return new Outcome.Edits(List.of());
    }
    Renames renames = new Renames(semantics, cell, offset, name, newName);
    return target.get().isSymbol() ? renames.symbol(sources, cancel) : renames.macro();
  }

  private Outcome macro() {
    Optional<String> problem = NewNames.macroProblem(semantics, newName);
    return problem.isPresent()
        ? new Outcome.Refused(problem.get())
        : new Outcome.Edits(files(inKconfig()));
  }

  private Outcome symbol(SourceIndex index, CancelToken cancel) {
    boolean modules = NewNames.isTristate(semantics, name);
    SourceRenames sources =
        new SourceRenames(semantics, files, index, name, newName, modules, cancel);
    Optional<String> problem =
        NewNames.symbolProblem(semantics, files, name, newName, index.spelling())
            .or(this::madeByMacro)
            .or(this::inString)
            .or(sources::problem);
    if (problem.isPresent()) {
      return new Outcome.Refused(problem.get());
    }
    List<RenamedFile> all = new ArrayList<>(sources.edits());
    Map<VfsPath, List<Edit>> kconfig = inKconfig();
    for (FileCell file : files) {
      List<Edit> texts = sources.texts(file);
      if (!texts.isEmpty()) {
        kconfig.computeIfAbsent(file.path(), path -> new ArrayList<>()).addAll(texts);
      }
    }
    OldNames.in(semantics, cell, name, newName)
        .forEach(
            (file, edits) ->
                kconfig.computeIfAbsent(file, path -> new ArrayList<>()).addAll(edits));
    all.addAll(files(kconfig));
    OldNames.renames(semantics, cell, name, newName, index).ifPresent(more -> addTo(all, more));
    all.sort((a, b) -> a.file().compareTo(b.file()));
    return new Outcome.Edits(List.copyOf(all));
  }

  /** Edits of a file that is changed already join the others. */
  private static void addTo(List<RenamedFile> all, RenamedFile more) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).file().equals(more.file())) {
        List<Edit> edits = new ArrayList<>(all.get(i).edits());
        edits.addAll(more.edits());
        all.set(i, new RenamedFile(more.file(), all.get(i).source(), List.copyOf(edits)));
        return;
      }
    }
    all.add(more);
  }

  private Map<VfsPath, List<Edit>> inKconfig() {
    Map<VfsPath, List<Edit>> edits = new TreeMap<>();
    for (Place place : places) {
      if (isNamed(place)) {
        edits
            .computeIfAbsent(place.file(), file -> new ArrayList<>())
            .add(new Edit(place.range(), newName, Group.KCONFIG));
      }
    }
    return edits;
  }

  private List<RenamedFile> files(Map<VfsPath, List<Edit>> edits) {
    List<RenamedFile> all = new ArrayList<>();
    edits.forEach(
        (path, list) -> {
          list.sort((a, b) -> Integer.compare(a.range().start(), b.range().start()));
          FileCell cell = semantics.snapshot().present(path).orElseThrow();
          all.add(new RenamedFile(path, cell.source(), List.copyOf(list)));
        });
    return all;
  }

  private boolean isNamed(Place place) {
    return semantics
        .snapshot()
        .present(place.file())
        .filter(cell -> place.range().of(cell.source().text()).equals(name))
        .isPresent();
  }

  private Optional<String> madeByMacro() {
    return places.stream()
        .filter(place -> !isNamed(place))
        .findFirst()
        .map(
            place ->
                "a macro makes the name '"
                    + name
                    + "' at "
                    + NewNames.shown(semantics, place)
                    + "; that place cannot be renamed");
  }

  /** Old programs put the value of a symbol for {@code $NAME} into strings. */
  private Optional<String> inString() {
    boolean expanded =
        semantics.snapshot().specs().stream()
            .anyMatch(spec -> spec.dialect().has(Feature.DOLLAR_VARIABLES));
    if (!expanded) {
      return Optional.empty();
    }
    Pattern pattern = Pattern.compile("\\$(\\{" + name + "}|" + name + "\\b)");
    for (FileCell file : files) {
      String text = file.source().text();
      var matcher = pattern.matcher(text);
      if (text.indexOf('$') >= 0 && matcher.find()) {
        Place place = new Place(file.path(), new TextRange(matcher.start(), matcher.end()));
        return Optional.of(
            "a text has the value of '"
                + name
                + "' put into it at "
                + NewNames.shown(semantics, place)
                + "; that place cannot be renamed");
      }
    }
    return Optional.empty();
  }
}
