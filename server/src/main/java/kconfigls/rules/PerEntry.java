package kconfigls.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import org.jspecify.annotations.Nullable;

/** Finds what holds for an entry in every inclusion of its file, in every project. */
public final class PerEntry {
  /** Says what is wrong with one node; null if nothing is. */
  public interface Check<T> {
    @Nullable T check(ProjectModel model, MenuNode node);
  }

  /** Something that is wrong with a part of an entry. */
  public interface Part {
    /** The place in the entry's file. */
    int key();

    /** Whether this inclusion shows that the part is wrong, and not only nothing else. */
    default boolean matters() {
      return true;
    }
  }

  /** Says which parts of one node are at fault. */
  public interface PartsCheck<T extends Part> {
    List<T> check(ProjectModel model, MenuNode node);
  }

  private PerEntry() {}

  /** What the check says of entries that it finds at fault wherever they are included. */
  public static <T> Map<FileKey, T> always(CheckedProjects projects, Check<T> check) {
    return always(projects, null, check);
  }

  /**
   * What the check says of entries that it finds at fault wherever they are included.
   *
   * @param dead what the check says where an inclusion can never matter, compared by identity: such
   *     inclusions do not count
   */
  public static <T> Map<FileKey, T> always(
      CheckedProjects projects, @Nullable T dead, Check<T> check) {
    Map<FileKey, T> found = new LinkedHashMap<>();
    for (Inclusions inclusions : projects.inclusions()) {
      T fault = first(inclusions, dead, check);
      if (fault != null && isDecided(projects, inclusions.key())) {
        found.put(inclusions.key(), fault);
      }
    }
    return found;
  }

  private static <T> @Nullable T first(Inclusions inclusions, @Nullable T dead, Check<T> check) {
    T first = null;
    for (int i = 0; i < inclusions.size(); i++) {
      T fault = check.check(inclusions.model(i), inclusions.node(i));
      if (fault == null) {
        return null;
      }
      if (first == null && fault != dead) {
        first = fault;
      }
    }
    return first;
  }

  /**
   * What the check says of parts that it finds at fault wherever their file is included.
   *
   * @param dead what the check says where an inclusion can never matter, compared by identity: such
   *     inclusions do not count
   */
  public static <T extends Part> Map<FileKey, T> alwaysEach(
      CheckedProjects projects, @Nullable List<T> dead, PartsCheck<T> check) {
    Map<FileKey, T> found = new LinkedHashMap<>();
    for (Inclusions inclusions : projects.inclusions()) {
      List<T> faults = parts(inclusions, dead, check);
      if (!faults.isEmpty() && isDecided(projects, inclusions.key())) {
        faults.forEach(part -> found.put(new FileKey(inclusions.key().file(), part.key()), part));
      }
    }
    return found;
  }

  private static <T extends Part> List<T> parts(
      Inclusions inclusions, @Nullable List<T> dead, PartsCheck<T> check) {
    List<T> common = null;
    for (int i = 0; i < inclusions.size(); i++) {
      List<T> faults = check.check(inclusions.model(i), inclusions.node(i));
      if (faults == dead) {
        continue;
      }
      if (common == null) {
        common = faults;
      } else {
        common = common.stream().flatMap(part -> same(part, faults)).toList();
      }
      if (common.isEmpty()) {
        return List.of();
      }
    }
    return common == null ? List.of() : common.stream().filter(Part::matters).toList();
  }

  /** A part that another inclusion is found at fault in, too. */
  private static <T extends Part> Stream<T> same(T part, List<T> others) {
    return others.stream()
        .filter(other -> other.key() == part.key())
        .limit(1)
        .map(other -> part.matters() ? part : other);
  }

  /** Whether an entry is to be reported on, and proofs about its file did not take too long. */
  private static boolean isDecided(CheckedProjects projects, FileKey key) {
    return !projects.budget(key.file()).isSpent()
        && projects.selected().stream().anyMatch(model -> model.includes(key.file()));
  }
}
