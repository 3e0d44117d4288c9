package kconfigls.ide;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.Cursor;
import kconfigls.ide.support.Cursors;
import kconfigls.ide.support.Macros;
import kconfigls.ide.support.Occurrences;
import kconfigls.ide.support.Occurrences.Occurrence;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.ExpandedReference;
import kconfigls.outline.Numbers;
import kconfigls.text.TextRange;

/** Renames a symbol or a macro in all Kconfig files of its trees. */
public final class Renames {
  /** What a rename comes to. */
  public sealed interface Outcome {
    /** The places of the old name, by file and position. */
    record Edits(List<Place> places) implements Outcome {}

    /** Why it cannot be; a sentence for people. */
    record Refused(String reason) implements Outcome {}
  }

  /** What would be renamed. */
  public record Target(TextRange range, String name) {}

  private Renames() {}

  /** The symbol or macro at an offset that has a definition; empty for anything else. */
  public static Optional<Target> target(Semantics semantics, FileCell cell, int offset) {
    return switch (Cursors.at(cell.tree(), offset)) {
      case Cursor.SymbolName symbol
          when symbol.name().indexOf('$') < 0
              && semantics.symbol(symbol.name(), cell.path()).isPresent() ->
          Optional.of(new Target(symbol.range(), symbol.name()));
      case Cursor.Macro macro when !Macros.of(semantics, macro.name()).isEmpty() ->
          Optional.of(new Target(macro.range(), macro.name()));
      default -> Optional.empty();
    };
  }

  /** All places to change for a new name, or why the name cannot be given. */
  public static Outcome rename(Semantics semantics, FileCell cell, int offset, String newName) {
    Optional<Target> target = target(semantics, cell, offset);
    if (target.isEmpty()) {
      return new Outcome.Refused("nothing here has a definition that could be renamed");
    }
    String name = target.get().name();
    boolean macro = Cursors.at(cell.tree(), offset) instanceof Cursor.Macro;
    Optional<String> reason =
        macro ? macroProblem(semantics, newName) : symbolProblem(semantics, name, newName);
    if (reason.isPresent()) {
      return new Outcome.Refused(reason.get());
    }
    return new Outcome.Edits(
        Occurrences.at(semantics, cell, offset).stream()
            .map(Occurrence::place)
            .filter(place -> place.range().length() == name.length())
            .toList());
  }

  private static Optional<String> macroProblem(Semantics semantics, String newName) {
    if (!newName.matches("[A-Za-z0-9_-]+")) {
      return Optional.of(
          "'" + newName + "' is no name of a macro: letters, digits, '-' and '_' only");
    }
    return Macros.of(semantics, newName).isEmpty()
        ? Optional.empty()
        : Optional.of("the macro '" + newName + "' exists already");
  }

  private static Optional<String> symbolProblem(Semantics semantics, String name, String newName) {
    if (!newName.matches("[A-Za-z0-9_]+") || newName.matches("[ymn]")) {
      return Optional.of("'" + newName + "' is no name of a symbol: letters, digits and '_' only");
    }
    if (Numbers.isNumber(newName)) {
      return Optional.of("'" + newName + "' is a number, no name of a symbol");
    }
    if (!semantics.definitions(newName).isEmpty()) {
      return Optional.of("the symbol '" + newName + "' exists already");
    }
    for (ProjectModel model : semantics.snapshot().models()) {
      for (ExpandedReference reference : model.expandedReferences()) {
        if (reference.name().equals(name)) {
          Place place = semantics.place(reference.instance(), reference.key());
          return Optional.of(
              "a macro makes the name '"
                  + name
                  + "' at "
                  + place.file().relativeTo(model.spec().srctree())
                  + ":"
                  + semantics.line(place)
                  + "; that place cannot be renamed");
        }
      }
    }
    return Optional.empty();
  }
}
