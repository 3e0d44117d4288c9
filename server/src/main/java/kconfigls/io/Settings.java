package kconfigls.io;

import java.util.List;
import java.util.Map;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a tree, from {@code .kconfig-ls.json} or from a client.
 *
 * @param dialect the name of a dialect, or null
 * @param root the root file, or null
 * @param srctree the folder paths start from, or null
 * @param architectures those to report on; empty for all
 * @param environment variables of the build
 * @param rules severities by rule id: off, hint, info, warning, error
 * @param allowShell whether the tree's commands may be run; never from the tree's own file
 */
public record Settings(
    @Nullable String dialect,
    @Nullable VfsPath root,
    @Nullable VfsPath srctree,
    List<String> architectures,
    Map<String, String> environment,
    Map<String, String> rules,
    boolean allowShell) {
  public static final Settings NONE =
      new Settings(null, null, null, List.of(), Map.of(), Map.of(), false);
}
