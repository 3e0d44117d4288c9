package kconfigls.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a tree, from {@code .kconfig-ls.json} or from a client.
 *
 * @param folder the folder of the file, which the patterns of overrides start from
 * @param dialect the name of a dialect, or null
 * @param root the root file, or null
 * @param srctree the folder paths start from, or null
 * @param architectures those to report on; empty for all
 * @param environment variables of the build
 * @param rules severities by rule id: off, hint, info, warning, error
 * @param overrides other severities for some files, the last that fits counts
 * @param places where the keys stand in the file, by their paths; empty for a client's
 * @param configuration the configuration file whose values are shown, or null
 * @param allowShell whether the tree's commands may be run; never from the tree's own file
 */
public record Settings(
    VfsPath folder,
    @Nullable String dialect,
    @Nullable VfsPath root,
    @Nullable VfsPath srctree,
    List<String> architectures,
    Map<String, String> environment,
    Map<String, String> rules,
    List<Override> overrides,
    Map<String, String> places,
    @Nullable VfsPath configuration,
    boolean allowShell) {
  /**
   * Severities for some files.
   *
   * @param files patterns of paths
   */
  public record Override(List<String> files, Map<String, String> rules) {}

  public static final Settings NONE = none(VfsPath.of("/"));

  /** No settings at all. */
  static Settings none(VfsPath folder) {
    return new Settings(
        folder, null, null, null, List.of(), Map.of(), Map.of(), List.of(), Map.of(), null, false);
  }

  /** The same without what says which files are read, and with which environment. */
  public Settings restricted() {
    return new Settings(
        folder,
        dialect,
        null,
        null,
        architectures,
        Map.of(),
        rules,
        overrides,
        places,
        null,
        false);
  }

  /** The keys of what {@link #restricted} leaves out, in the order of {@link SettingsFile#KEYS}. */
  public List<String> restrictedKeys() {
    Map<String, Boolean> set = new LinkedHashMap<>();
    set.put("root", root != null);
    set.put("srctree", srctree != null);
    set.put("env", !environment.isEmpty());
    set.put("configuration", configuration != null);
    set.put(SettingsFile.ALLOW_SHELL, allowShell);
    return set.keySet().stream().filter(key -> Boolean.TRUE.equals(set.get(key))).toList();
  }

  /** Whether nothing is set. */
  public boolean isEmpty() {
    return equals(none(folder));
  }
}
