package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Dialects;
import kconfigls.io.AllowedFolders;
import kconfigls.io.ProjectFinder;
import kconfigls.io.Settings;
import kconfigls.io.SettingsFile;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that read a tree. */
final class TreeOptions {
  @Option(names = "--root", paramLabel = "FILE", description = "the root Kconfig file")
  private @Nullable Path root;

  @Option(names = "--srctree", paramLabel = "DIR", description = "the folder paths start from")
  private @Nullable Path srctree;

  @Option(names = "--dialect", paramLabel = "NAME", description = "default: detected")
  private @Nullable String dialect;

  @Option(names = "--env", paramLabel = "NAME=VALUE", description = "a variable of the build")
  private Map<String, String> env = new LinkedHashMap<>();

  @Option(names = "--arch", paramLabel = "NAME", description = "an architecture, or all")
  private List<String> architectures = new ArrayList<>();

  @Option(names = "--allow-shell", description = "run the tree's $(shell,…) commands")
  private boolean allowShell;

  @Option(names = "--quiet", description = "findings only")
  private boolean quiet;

  @Option(names = "--verbose", description = "say what is done")
  private boolean verbose;

  @Option(names = "--no-progress", description = "no progress bar")
  private boolean noProgress;

  boolean allowShell() {
    return allowShell;
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  /** With {@code --verbose}, what a tree was taken for. */
  void tell(ProjectFinder.Tree tree, PrintWriter err) {
    if (verbose && !tree.specs().isEmpty()) {
      int release = tree.dialect().release();
      String root = tree.specs().getFirst().root().relativeTo(tree.srctree());
      String names = String.join(", ", tree.specs().stream().map(ProjectSpec::name).toList());
      err.println(
          String.format(
              "kconfig-ls: %s: dialect %s, language of Linux %d.%d, root file %s, projects: %s",
              tree.srctree(), tree.dialect().name(), release / 100, release % 100, root, names));
    }
  }

  boolean progress() {
    return !noProgress && !quiet && Boolean.getBoolean("kconfigls.stderr.tty");
  }

  /**
   * The architectures that the command line names, and else the settings file; empty for all.
   *
   * @throws UsageException if the tree lacks one of them
   */
  List<String> architectures(Settings settings, ProjectFinder.Tree tree) {
    if (!architectures.isEmpty()) {
      return known(architectures, tree, "--arch");
    }
    String place = settings.places().getOrDefault("arch", ".kconfig-ls.json");
    return known(settings.architectures(), tree, place + ": arch");
  }

  private static List<String> known(List<String> names, ProjectFinder.Tree tree, String place) {
    List<String> known = tree.specs().stream().map(ProjectSpec::name).toList();
    for (String name : names) {
      if (!name.equals("all")
          && !known.contains(name)
          && !known.contains(ProjectFinder.sourceFolder(name))) {
        throw new UsageException(
            known.size() < 2
                ? place + " " + name + ": this tree has no architectures"
                : place + " " + name + ": unknown; this tree has " + String.join(", ", known));
      }
    }
    return names;
  }

  /** The settings file that applies to a path. */
  Settings settings(VfsPath path) {
    try {
      return SettingsFile.find(path);
    } catch (SettingsFile.InvalidException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * What the command line says, and else the settings file.
   *
   * @param path the one that the user named
   */
  ProjectFinder.Wishes wishes(Settings settings, VfsPath path) {
    Set<VfsPath> folders = new LinkedHashSet<>(AllowedFolders.around(path));
    Stream.of(Optional.ofNullable(root), Optional.ofNullable(srctree))
        .flatMap(Optional::stream)
        .forEach(named -> folders.addAll(AllowedFolders.around(vfs(named))));
    String name = dialect != null ? dialect : settings.dialect();
    VfsPath rootFile =
        root == null ? existing(settings.root(), "root", false) : existing(root, "--root", false);
    VfsPath folder =
        srctree == null
            ? existing(settings.srctree(), "srctree", true)
            : existing(srctree, "--srctree", true);
    return new ProjectFinder.Wishes(
        rootFile,
        folder,
        name == null ? null : dialect(name),
        env,
        settings.environment(),
        List.copyOf(folders));
  }

  private static Dialect dialect(String name) {
    return Dialects.byName(name)
        .orElseThrow(
            () -> {
              String known =
                  Dialects.all().stream().map(Dialect::name).collect(Collectors.joining(", "));
              return new UsageException("unknown dialect '" + name + "'; known are " + known);
            });
  }

  private static @Nullable VfsPath existing(
      @Nullable VfsPath path, String setting, boolean folder) {
    String option = ".kconfig-ls.json, " + setting;
    return path == null ? null : existing(Path.of(path.text()), option, folder);
  }

  private static VfsPath existing(Path path, String option, boolean folder) {
    NamedPaths.mustExist(option + ": ", List.of(path));
    if (Files.isDirectory(path) != folder) {
      String is = folder ? " is no folder" : " is a folder, not a file";
      throw new UsageException(option + ": " + path + is);
    }
    return vfs(path);
  }

  static VfsPath vfs(Path path) {
    return VfsPath.of(path.toAbsolutePath().normalize().toString());
  }
}
