package kconfigls.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.ExpandedReference;
import kconfigls.outline.Numbers;
import kconfigls.outline.Reference;
import kconfigls.outline.Reference.Role;
import kconfigls.vfs.VfsPath;

/** References to names that no project which includes the file defines. */
public final class References {
  private static final Set<String> CONSTANT_LIKE =
      Set.of("Y", "N", "M", "yes", "no", "true", "false");

  /**
   * A reference to a name that is not defined.
   *
   * @param onlyWhere where the name is defined all the same, as a clause; empty for nowhere
   * @param hasPrefix whether the name is defined without the prefix of configuration files
   * @param isValue whether it is a default or bound that another rule tells as such
   */
  public record Undefined(
      Place place, String name, Role role, String onlyWhere, boolean hasPrefix, boolean isValue) {
    /** Whether nothing more can be said than that the name is not defined. */
    public boolean isPlain() {
      return onlyWhere.isEmpty() && !hasPrefix && !isValue && !isConstantLike(name);
    }

    /** What comes of it, as a clause. */
    public String effect() {
      return switch (role) {
        case DEFAULT -> "for a bool or tristate it means n, else the text " + name;
        case CHOICE_DEFAULT -> "the choice ignores it";
        case RANGE -> "it is no bound";
        case DEPENDS, IF_BLOCK, CONDITION, VISIBLE -> "here it always means n";
        case SELECT, IMPLY, SET -> "nothing happens";
      };
    }
  }

  private References() {}

  /** Whether a word looks like a constant of another language. */
  public static boolean isConstantLike(String name) {
    return CONSTANT_LIKE.contains(name);
  }

  /** The undefined references of the given roles, in files whose projects are wholly known. */
  public static List<Undefined> undefined(CheckedProjects projects, Predicate<Role> roles) {
    return projects.undefined().stream().filter(found -> roles.test(found.role())).toList();
  }

  static List<Undefined> undefined(CheckedProjects projects) {
    List<Undefined> found = new ArrayList<>();
    Set<Place> values =
        projects.valueFaults().stream().map(ValueFault::place).collect(Collectors.toSet());
    Set<Place> numbers = projects.numberWords();
    for (VfsPath file : projects.files()) {
      SymbolTypes types = projects.types(file);
      Optional<FileCell> cell = projects.semantics().snapshot().present(file);
      if (cell.isEmpty()) {
        continue;
      }
      for (Reference reference : cell.get().outlined().outline().references()) {
        String name = reference.name();
        if (reference.hasMacro() || types.isDefined(name) || types.mayBeDefined(name)) {
          continue;
        }
        Place place = new Place(file, cell.get().positions().range(reference.key()));
        if (!numbers.contains(place)) {
          found.add(
              undefined(projects, types, place, name, reference.role(), values.contains(place)));
        }
      }
    }
    expanded(projects, found);
    return found;
  }

  private static Undefined undefined(
      CheckedProjects projects,
      SymbolTypes types,
      Place place,
      String name,
      Role role,
      boolean isValue) {
    String prefix = types.dialect().prefix();
    boolean hasPrefix =
        !prefix.isEmpty()
            && name.startsWith(prefix)
            && types.isDefined(name.substring(prefix.length()));
    String onlyWhere = onlyWhere(projects, types, place.file(), name);
    return new Undefined(place, name, role, onlyWhere, hasPrefix, isValue);
  }

  private static String onlyWhere(
      CheckedProjects projects, SymbolTypes types, VfsPath file, String name) {
    for (ProjectModel model : types.projects()) {
      ProjectModel.Variant variant = model.variants().get(name);
      if (variant != null) {
        String path = variant.file().relativeTo(model.spec().srctree());
        return "with another value of `" + variant.variable() + "`, in " + path;
      }
    }
    if (!projects.isDefinedAnywhere(name)) {
      return "";
    }
    Set<String> names = new TreeSet<>();
    for (ProjectModel model : projects.semantics().snapshot().models()) {
      if (file.isIn(model.spec().srctree()) && model.symbol(name) != null) {
        names.add(model.spec().name());
      }
    }
    return names.isEmpty()
        ? ""
        : "for " + String.join(", ", names) + ", where this file is not included";
  }

  /** Names made by macros: undefined if some inclusion makes a name that nothing defines. */
  private static void expanded(CheckedProjects projects, List<Undefined> found) {
    Set<Place> seen = new HashSet<>();
    Map<VfsPath, Map<Integer, Role>> roles = new HashMap<>();
    for (ProjectModel model : projects.selected()) {
      for (ExpandedReference reference : model.expandedReferences()) {
        String name = reference.name();
        if (Numbers.isLiteral(name)
            || name.length() == 1
            || model.gaps().mayDefine(name)
            || projects.isDefinedAnywhere(name)) {
          continue;
        }
        Place place = projects.semantics().place(reference.instance(), reference.key());
        if (seen.add(place)) {
          Role role =
              roles
                  .computeIfAbsent(reference.instance().file(), file -> roles(projects, file))
                  .getOrDefault(reference.key(), Role.DEPENDS);
          found.add(new Undefined(place, name, role, "", false, false));
        }
      }
    }
  }

  /** The roles of a file's references by their places. */
  private static Map<Integer, Role> roles(CheckedProjects projects, VfsPath file) {
    return projects.semantics().snapshot().present(file).stream()
        .flatMap(cell -> cell.outlined().outline().references().stream())
        .collect(Collectors.toMap(Reference::key, Reference::role, (first, second) -> first));
  }
}
