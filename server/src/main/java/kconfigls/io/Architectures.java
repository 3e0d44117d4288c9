package kconfigls.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kconfigls.dialect.BuildFiles;
import kconfigls.dialect.Detected;
import kconfigls.dialect.Dialect.ArchitectureLayout;
import kconfigls.vfs.VfsPath;

/** The architectures of a tree, and the environment that its build gives each of them. */
final class Architectures {
  private static final Map<String, String> SOURCE_FOLDER =
      Map.of(
          "i386", "x86",
          "x86_64", "x86",
          "sparc32", "sparc",
          "sparc64", "sparc",
          "parisc64", "parisc",
          "arm32", "arm",
          "ppc64", "ppc",
          "riscv64", "riscv");

  private Architectures() {}

  /** The names of a tree's architectures, sorted, x86 at the head; empty for a single project. */
  static List<String> of(Detected tree) {
    ArchitectureLayout layout = tree.dialect().architectures();
    if (layout == null) {
      return List.of();
    }
    VfsPath place = tree.srctree().resolve(layout.folder());
    if (!new AllowedFolders(List.of(tree.srctree())).contain(place)) {
      return List.of();
    }
    Path folder = Path.of(place.text());
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(layout.file())))
          .map(entry -> String.valueOf(entry.getFileName()))
          .sorted((a, b) -> a.equals("x86") ? -1 : b.equals("x86") ? 1 : a.compareTo(b))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** What the tree's build sets for an architecture; for none, what it sets for all. */
  static Map<String, String> environment(Detected tree, String architecture, DiskTreeView view) {
    Map<String, String> env =
        new HashMap<>(BuildFiles.environment(tree.dialect(), view, tree.srctree()));
    env.put("srctree", tree.srctree().text());
    if (!architecture.isEmpty()) {
      String folder = sourceFolder(architecture);
      env.put("ARCH", architecture);
      env.put("SRCARCH", folder);
      if (folder.equals("um")) {
        env.put("HEADER_ARCH", "x86");
        env.put("SUBARCH", "x86");
      }
    }
    return env;
  }

  static String sourceFolder(String architecture) {
    return SOURCE_FOLDER.getOrDefault(architecture, architecture);
  }

  /** Whether an architecture is known to a tree, by its own name or that of its folder. */
  static boolean isKnown(List<String> architectures, String name) {
    return architectures.contains(sourceFolder(name));
  }
}
