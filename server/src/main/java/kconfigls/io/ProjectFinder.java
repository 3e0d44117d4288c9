package kconfigls.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.dialect.BuildFiles;
import kconfigls.dialect.Detected;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.DialectDetector;
import kconfigls.model.ProjectSpec;
import kconfigls.model.Shell;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Finds the projects of a tree, with nothing configured or with what the user says. */
public final class ProjectFinder {
  /**
   * What the user says; each may be missing.
   *
   * @param root a root file
   * @param environment wins over what the tree's build is known to set; the folders that it names
   *     may be read
   * @param treeEnvironment what the tree's own settings say, which allows nothing; the other wins
   * @param folders further folders that may be read
   */
  public record Wishes(
      @Nullable VfsPath root,
      @Nullable VfsPath srctree,
      @Nullable Dialect dialect,
      Map<String, String> environment,
      Map<String, String> treeEnvironment,
      List<VfsPath> folders) {
    public static final Wishes NONE = new Wishes(null, null, null, Map.of());

    /** Those of a user, in a tree without settings. */
    public Wishes(
        @Nullable VfsPath root,
        @Nullable VfsPath srctree,
        @Nullable Dialect dialect,
        Map<String, String> environment) {
      this(root, srctree, dialect, environment, Map.of(), List.of());
    }

    /** All variables. */
    public Map<String, String> variables() {
      Map<String, String> all = new HashMap<>(treeEnvironment);
      all.putAll(environment);
      return all;
    }
  }

  /**
   * A tree with its projects.
   *
   * @param specs one per architecture; empty if the tree has no root file
   */
  public record Tree(Dialect dialect, VfsPath srctree, List<ProjectSpec> specs) {
    /** Whether an architecture of this name, or of this folder, is there. */
    public boolean knows(String architecture) {
      return Architectures.isKnown(specs.stream().map(ProjectSpec::name).toList(), architecture);
    }
  }

  private final Wishes wishes;
  private final AllowedFolders within;
  private final DiskTreeView view;

  private ProjectFinder(Wishes wishes, AllowedFolders within) {
    this.wishes = wishes;
    this.within = within;
    this.view = new DiskTreeView(within);
  }

  /**
   * The tree that a path belongs to.
   *
   * @param path a folder or a file, absolute
   */
  public static Tree find(VfsPath path, Wishes wishes) {
    return find(path, wishes, AllowedFolders.ANYWHERE);
  }

  /**
   * The same, where only some folders may be read: a tree whose root lies outside of them has no
   * projects.
   */
  public static Tree find(VfsPath path, Wishes wishes, AllowedFolders within) {
    return new ProjectFinder(wishes, within).find(path);
  }

  private Tree find(VfsPath path) {
    VfsPath start = wishes.root() != null ? wishes.root() : path;
    VfsPath folder = view.isFolder(start) || start.parent() == null ? start : start.parent();
    Detected detected = new DialectDetector(view).detect(folder);
    Dialect dialect = Optional.ofNullable(wishes.dialect()).orElse(detected.dialect());
    VfsPath root = wishes.root() != null ? wishes.root() : rootOf(detected, dialect);
    VfsPath srctree = wishes.srctree() != null ? wishes.srctree() : srctree(detected);
    if (root == null) {
      return new Tree(dialect, srctree, List.of());
    }
    boolean asFound = wishes.root() == null && wishes.dialect() == null;
    List<VfsPath> others = asFound ? detected.others() : List.of();
    Detected tree = new Detected(dialect, srctree, root, others, asFound && detected.isPart());
    return new Tree(dialect, srctree, specs(tree, root));
  }

  private @Nullable VfsPath rootOf(Detected detected, Dialect dialect) {
    if (detected.isPart() && detected.root() != null) {
      return detected.root();
    }
    for (String name : dialect.rootNames()) {
      VfsPath root = detected.srctree().resolve(name);
      if (view.isFile(root)) {
        return root;
      }
    }
    return detected.root();
  }

  /** An explicit root outside the detected tree is looked up from its own folder. */
  private VfsPath srctree(Detected detected) {
    VfsPath root = wishes.root();
    if (root == null || root.parent() == null || detected.root() != null) {
      return detected.srctree();
    }
    return root.parent();
  }

  private List<ProjectSpec> specs(Detected tree, VfsPath root) {
    List<String> architectures = Architectures.of(tree);
    Map<String, String> variables = wishes.variables();
    if (architectures.isEmpty() || variables.containsKey("SRCARCH")) {
      String name = variables.getOrDefault("ARCH", tree.dialect().name());
      List<ProjectSpec> single = new ArrayList<>();
      single.add(spec(tree, root, name, ""));
      for (VfsPath other : tree.others()) {
        String folder = other.relativeTo(tree.srctree()).replaceFirst("/.*", "");
        single.add(spec(tree, other, folder, ""));
      }
      return List.copyOf(single);
    }
    List<ProjectSpec> specs = new ArrayList<>();
    for (String architecture : architectures) {
      specs.add(spec(tree, root, architecture, architecture));
    }
    return specs;
  }

  /** Where the files of a tree may lie. */
  private List<VfsPath> folders(Detected tree) {
    if (within != AllowedFolders.ANYWHERE) {
      return within.folders();
    }
    Set<VfsPath> folders = new LinkedHashSet<>(List.of(tree.srctree()));
    VfsPath root = wishes.root();
    if (root != null && root.parent() != null) {
      folders.add(root.parent());
    }
    folders.addAll(wishes.folders());
    folders.addAll(AllowedFolders.named(wishes.environment(), tree.srctree()));
    folders.addAll(BuildFiles.foldersAbove(tree.dialect(), view, tree.srctree()));
    return List.copyOf(folders);
  }

  /** The same project for another name of its architecture, such as i386 for x86. */
  public static ProjectSpec renamed(ProjectSpec spec, String architecture) {
    Map<String, String> env = new HashMap<>(spec.environment());
    env.put("ARCH", architecture);
    return new ProjectSpec(
        architecture,
        spec.root(),
        spec.srctree(),
        spec.dialect(),
        env,
        spec.folders(),
        false,
        spec.shell());
  }

  private ProjectSpec spec(Detected tree, VfsPath root, String name, String architecture) {
    Map<String, String> env = new HashMap<>(Architectures.environment(tree, architecture, view));
    env.putAll(wishes.variables());
    return new ProjectSpec(
        name, root, tree.srctree(), tree.dialect(), env, folders(tree), tree.isPart(), Shell.NONE);
  }

  /** The folder that holds an architecture's files, for instance x86 for i386. */
  public static String sourceFolder(String architecture) {
    return Architectures.sourceFolder(architecture);
  }
}
