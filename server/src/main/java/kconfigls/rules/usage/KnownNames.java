package kconfigls.rules.usage;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.usage.FileUses;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceLanguage;
import kconfigls.usage.UseKind;
import kconfigls.vfs.VfsPath;

/** What the sources of a tree say about names: which they define, and which are no symbols. */
final class KnownNames {
  private static final Set<String> PLACEHOLDERS =
      Set.of("FOO", "BAR", "BAZ", "FOOBAR", "XX", "XXX", "XXXX", "YYY", "ZZZ", "XYZ", "BLAH");
  private static final String MODULE = "_MODULE";

  private final CheckedProjects projects;
  private final SymbolSpelling spelling;
  private final VfsPath srctree;
  private final Set<String> made = new HashSet<>();
  private final Set<String> plain = new HashSet<>();

  KnownNames(CheckedProjects projects) {
    this.projects = projects;
    this.spelling = projects.sources().spelling();
    this.srctree = projects.selected().getFirst().spec().srctree();
    for (FileUses file : projects.sources().files()) {
      if (!isForeign(file.path())) {
        gather(file);
      }
    }
  }

  private void gather(FileUses file) {
    for (int i = 0; i < file.size(); i++) {
      UseKind kind = file.kind(i);
      if (kind == UseKind.DEFINITION) {
        made.add(file.name(i));
      } else if (kind == UseKind.VALUE && file.language() == SourceLanguage.C) {
        plain.add(file.name(i));
      }
    }
  }

  /** Whether all names of symbols are known, so that one may be called undefined. */
  static boolean areComplete(CheckedProjects projects) {
    SourceIndex sources = projects.sources();
    List<ProjectModel> models = projects.semantics().snapshot().models();
    return sources.spelling().complete()
        && !sources.files().isEmpty()
        && !projects.selected().isEmpty()
        && models.stream().noneMatch(ProjectModel::isOpen);
  }

  /** Whether a file belongs to a program of its own inside the tree. */
  boolean isForeign(VfsPath file) {
    return spelling.foreignFolders().stream().anyMatch(name -> file.isIn(srctree.resolve(name)));
  }

  /** Whether Kconfig or a source defines a name, or a module's form of it. */
  boolean isDefined(String name) {
    return isDefinedAsItIs(name) || (name.endsWith(MODULE) && isDefinedAsItIs(withoutModule(name)));
  }

  private boolean isDefinedAsItIs(String name) {
    return projects.isDefinedAnywhere(name) || projects.isChoice(name) || made.contains(name);
  }

  /** Whether Kconfig or a source defines a name or one of its variants. */
  boolean isDefinedInSomeVariant(String name) {
    return isDefined(name)
        || spelling.variants().stream().anyMatch(variant -> isDefined(variant + name));
  }

  /** Whether code that compiles uses the name, so that it is something else than a symbol. */
  boolean isOfCode(String name) {
    return plain.contains(name);
  }

  /** Whether a name stands for any name, or is hardly one. */
  static boolean isPlaceholder(String name) {
    long capitals =
        name.chars().filter(c -> (c >= 'A' && c <= 'Z') || Character.isDigit(c)).count();
    if (capitals < 2) {
      return true;
    }
    for (String part : name.split("_")) {
      if (PLACEHOLDERS.contains(part.toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** The name of the symbol whose module a name stands for, or the name itself. */
  static String withoutModule(String name) {
    return name.endsWith(MODULE) ? name.substring(0, name.length() - MODULE.length()) : name;
  }
}
