package kconfigls.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * A linked project. It holds no positions: keys lead to them.
 *
 * @param menu the root of the menu tree
 * @param symbols by name, in order of their first definition
 * @param reverse who selects and implies them
 * @param instances in order of inclusion
 * @param lines the lines of the places where macros ask for theirs
 * @param variants the symbols that are defined with other values of variables in paths only
 * @param gaps what is not known: nothing may be said about what might stand there
 */
public record ProjectModel(
    ProjectSpec spec,
    MenuNode menu,
    Map<String, Symbol> symbols,
    ReverseIndex reverse,
    List<FileInstance> instances,
    Map<VfsPath, List<FileInstance>> byFile,
    Map<FileKey, List<MenuNode>> macroNodes,
    List<ExpandedReference> expandedReferences,
    List<ModelIssue> issues,
    List<MacroIssue> macroIssues,
    Map<FileKey, Integer> lines,
    Set<MissingInput> missing,
    Map<VfsPath, FileInput> files,
    Map<Glob, Optional<List<VfsPath>>> globs,
    Map<String, Variant> variants,
    Gaps gaps) {

  /** A key of a file. */
  public record FileKey(VfsPath file, int key) {}

  /**
   * A file that a {@code source} would include with another value of a variable.
   *
   * @param variable as it is written in the path
   */
  public record Variant(String variable, VfsPath file) {}

  /** A reference whose name was made by a macro, as one inclusion sees it. */
  public record ExpandedReference(FileInstance instance, int key, String name) {}

  /** Whether something that might define symbols is not known. */
  public boolean isOpen() {
    return !gaps.isEmpty();
  }

  public @Nullable Symbol symbol(String name) {
    return symbols.get(name);
  }

  /** The inclusions of a file; empty if the project does not include it. */
  public List<FileInstance> instancesOf(VfsPath file) {
    return byFile.getOrDefault(file, List.of());
  }

  public boolean includes(VfsPath file) {
    return byFile.containsKey(file);
  }

  /** Whether linking again with these inputs would give the same model. */
  public boolean isUpToDate(Inputs inputs) {
    for (var entry : files.entrySet()) {
      if (!inputs.file(entry.getKey()).equals(entry.getValue())) {
        return false;
      }
    }
    for (var entry : globs.entrySet()) {
      if (!inputs.glob(entry.getKey()).equals(entry.getValue())) {
        return false;
      }
    }
    for (var entry : lines.entrySet()) {
      FileKey place = entry.getKey();
      if (inputs.line(place.file(), place.key()) != entry.getValue()) {
        return false;
      }
    }
    return true;
  }

  /** The files of the project, each once, in order of first inclusion. */
  public Set<VfsPath> fileSet() {
    return Collections.unmodifiableSet(byFile.keySet());
  }
}
