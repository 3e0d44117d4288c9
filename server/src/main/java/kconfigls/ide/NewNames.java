package kconfigls.ide;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.dialect.Feature;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.ide.support.Macros;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Numbers;
import kconfigls.outline.Reference;
import kconfigls.outline.ReservedWords;
import kconfigls.outline.SymbolType;
import kconfigls.vfs.VfsPath;

/** Why a name cannot be given to what has another one; a reason is a sentence for people. */
final class NewNames {
  private static final String MODULE = "_MODULE";

  private NewNames() {}

  static Optional<String> macroProblem(Semantics semantics, String newName) {
    if (!newName.matches("[A-Za-z0-9_-]+")) {
      return Optional.of(
          "'" + newName + "' is no name of a macro: letters, digits, '-' and '_' only");
    }
    return Macros.of(semantics, newName).isEmpty()
        ? Optional.empty()
        : Optional.of("the macro '" + newName + "' exists already");
  }

  /** What speaks against the new name of a symbol, whatever the sources may say. */
  static Optional<String> symbolProblem(
      Semantics semantics,
      Collection<FileCell> files,
      String name,
      String newName,
      SymbolSpelling spelling) {
    return wordProblem(newName)
        .or(() -> prefixProblem(name, newName, spelling))
        .or(() -> taken(semantics, files, newName))
        .or(() -> moduleProblem(semantics, name, newName))
        .or(() -> fixedName(semantics.snapshot(), name, newName));
  }

  private static Optional<String> wordProblem(String newName) {
    if (!newName.matches("[A-Za-z0-9_]+") || newName.matches("[ymn]")) {
      return Optional.of("'" + newName + "' is no name of a symbol: letters, digits and '_' only");
    }
    if (Numbers.isNumber(newName)) {
      return Optional.of("'" + newName + "' is a number, no name of a symbol");
    }
    return ReservedWords.contains(newName)
        ? Optional.of("'" + newName + "' is a keyword of Kconfig, no name of a symbol")
        : Optional.empty();
  }

  private static Optional<String> prefixProblem(
      String name, String newName, SymbolSpelling spelling) {
    for (String prefix : spelling.prefixes()) {
      if (!spelling.prefixInName() && newName.startsWith(prefix) && !name.startsWith(prefix)) {
        return Optional.of(
            "'" + newName + "' begins with '" + prefix + "', which Kconfig files leave out");
      }
      if (spelling.prefixInName() && name.startsWith(prefix) && !newName.startsWith(prefix)) {
        return Optional.of(
            "the sources find '"
                + name
                + "' by its prefix, so the new name must begin with '"
                + prefix
                + "' too");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> taken(
      Semantics semantics, Collection<FileCell> files, String newName) {
    if (!semantics.definitions(newName).isEmpty()) {
      return Optional.of("the symbol '" + newName + "' exists already");
    }
    for (FileCell file : files) {
      if (!file.names().holds(newName)) {
        continue;
      }
      for (Reference reference : file.outlined().outline().references()) {
        if (reference.name().equals(newName)) {
          String place = shown(semantics, semantics.place(file.path(), reference.key()));
          return Optional.of("'" + newName + "' is used already, though not defined, at " + place);
        }
      }
    }
    return Optional.empty();
  }

  /** A place as a path below its tree, and a line. */
  static String shown(Semantics semantics, Place place) {
    VfsPath file = place.file();
    String path =
        semantics
            .projectOf(file)
            .map(model -> file.relativeTo(model.spec().srctree()))
            .orElse(file.text());
    return path + ":" + semantics.line(place);
  }

  /** {@code CONFIG_X_MODULE} is what the build writes for X=m. */
  private static Optional<String> moduleProblem(Semantics semantics, String name, String newName) {
    for (String each : List.of(name, newName)) {
      if (each.endsWith(MODULE)) {
        String base = each.substring(0, each.length() - MODULE.length());
        if (isTristate(semantics, base)) {
          return Optional.of(
              "'" + each + "' is also what the build writes for " + base + "=m in sources");
        }
      }
      if (isTristate(semantics, name) && !semantics.definitions(each + MODULE).isEmpty()) {
        return Optional.of(
            "the build writes '"
                + each
                + MODULE
                + "' for "
                + each
                + "=m, and a symbol has that"
                + " name");
      }
    }
    return Optional.empty();
  }

  /** Whether a project has a tristate of this name. */
  static boolean isTristate(Semantics semantics, String name) {
    for (ProjectModel model : semantics.snapshot().models()) {
      Symbol symbol = model.symbol(name);
      if (symbol != null && symbol.is(SymbolType.TRISTATE)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> fixedName(Snapshot snapshot, String name, String newName) {
    boolean byName =
        snapshot.specs().stream().anyMatch(spec -> spec.dialect().has(Feature.MODULES_BY_NAME));
    return byName && (name.equals("MODULES") || newName.equals("MODULES"))
        ? Optional.of("the programs of this tree know the symbol MODULES by its name")
        : Optional.empty();
  }
}
