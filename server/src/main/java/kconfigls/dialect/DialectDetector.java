package kconfigls.dialect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Finds the tree that a folder belongs to, and its dialect: the language page, E.3. */
public final class DialectDetector {
  private static final Pattern VERSION = Pattern.compile("(?m)^VERSION\\s*=\\s*(\\d+)");

  /** Roots beside the usual one, each a project of its own: SeaBIOS' option ROM. */
  private static final List<String> SECOND_ROOTS = List.of("vgasrc/Kconfig");

  private static final Pattern MODULE_KCONFIG =
      Pattern.compile("(?m)^[ \\t]+kconfig:[ \\t]*(\\S+)");
  private static final Pattern SOURCE =
      Pattern.compile("(?m)^[ \\t]*o?r?source[ \\t]+\"?([^\"#\\s]+)");

  /** A variable or a call in a path. */
  private static final Pattern MACRO = Pattern.compile("\\$\\([^)]*\\)|\\$\\{[^}]*\\}|\\$\\w+");

  private static final Pattern EXTENSION =
      Pattern.compile("(?m)^[ \\t]*(?:rsource|osource|orsource)[ \\t]");
  private static final Pattern PATCHLEVEL = Pattern.compile("(?m)^PATCHLEVEL\\s*=\\s*(\\d+)");

  private final TreeView view;

  public DialectDetector(TreeView view) {
    this.view = view;
  }

  /** The nearest tree with a known dialect upwards from a folder, or a generic one. */
  public Detected detect(VfsPath folder) {
    for (VfsPath dir = folder; dir != null; dir = dir.parent()) {
      Optional<Detected> known = knownTree(dir);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return generic(folder);
  }

  private Optional<Detected> knownTree(VfsPath dir) {
    if (isFile(dir, "xen/Kconfig") && isFolder(dir, "xen/arch")) {
      return found(Dialects.xen(), dir.resolve("xen"));
    }
    Dialect dialect = dialectOf(dir);
    return dialect == null ? Optional.empty() : found(dialect, dir);
  }

  private @Nullable Dialect dialectOf(VfsPath dir) {
    if (isFile(dir, "Kconfig.zephyr") || isFile(dir, "zephyr/module.yml")) {
      return Dialects.zephyr();
    }
    if (isFile(dir, "Kconfig") && isZephyrApplication(dir)) {
      return Dialects.zephyr();
    }
    if (isEspIdf(dir)) {
      return Dialects.espIdf();
    }
    if (isFile(dir, "scripts/minikconf.py")) {
      return Dialects.minikconf();
    }
    if (isFile(dir, "Config.in")) {
      return configIn(dir);
    }
    if (isFile(dir, "src/Kconfig") && isFolder(dir, "util/kconfig")) {
      return Dialects.coreboot();
    }
    if (isFile(dir, "config/config.in") && isFile(dir, "ct-ng.in")) {
      return Dialects.crosstoolNg();
    }
    if (isFile(dir, "extra/Configs/Config.in") || isFile(dir, "vgasrc/Kconfig")) {
      return Dialects.oldKconfig();
    }
    return isFile(dir, "Kconfig") ? kconfig(dir) : null;
  }

  private boolean isZephyrApplication(VfsPath dir) {
    return isFile(dir, "west.yml")
        || view.head(dir.resolve("CMakeLists.txt")).contains("find_package(Zephyr");
  }

  private boolean isEspIdf(VfsPath dir) {
    boolean kconfig = isFile(dir, "Kconfig") || isFile(dir, "Kconfig.projbuild");
    return kconfig
        && (isFile(dir, "Kconfig.projbuild")
            || isFile(dir, "idf_component.yml")
            || view.hasEntry(dir, "sdkconfig")
            || view.head(dir.resolve("CMakeLists.txt")).contains("IDF_PATH"));
  }

  private @Nullable Dialect configIn(VfsPath dir) {
    if (isFolder(dir, "support/kconfig") || isFile(dir, "external.desc")) {
      return Dialects.buildroot();
    }
    if (isFile(dir, "scripts/gen_build_files.sh")) {
      return Dialects.busyBox();
    }
    if (isFolder(dir, "scripts/config") && isFile(dir, "feeds.conf.default")) {
      return Dialects.openWrt();
    }
    boolean oldTree = isFolder(dir, "toys") || isFolder(dir, "scripts/kconfig");
    return oldTree ? Dialects.oldKconfig() : null;
  }

  private @Nullable Dialect kconfig(VfsPath dir) {
    if (isFolder(dir, "include/nuttx")) {
      return Dialects.nuttX();
    }
    if (isFolder(dir, "scripts/kconfig") || isFile(dir, "scripts/Kconfig.include")) {
      return withScripts(dir);
    }
    if (isFolder(dir, "tools/kconfig") && isFolder(dir, "arch/x86")) {
      return Dialects.xen();
    }
    if (isRtThread(dir)) {
      return Dialects.rtThread();
    }
    Optional<Dialect> copy = OwnProgram.kind(view, dir);
    if (copy.isPresent()) {
      return copy.get();
    }
    boolean python =
        isFile(dir, "kconfiglib.py")
            || isFile(dir, "scripts/kconfiglib.py")
            || isFolder(dir, "scripts/Kconfiglib");
    return python ? Dialects.kconfiglib() : null;
  }

  private boolean isRtThread(VfsPath dir) {
    String root = view.head(dir.resolve("Kconfig"));
    boolean own = isFile(dir, "rtconfig.py") || isFile(dir, "rtconfig.h");
    boolean top = isFile(dir, "include/rtthread.h") || root.contains("mainmenu");
    return own || (root.contains("RTT_DIR") && top);
  }

  private Dialect withScripts(VfsPath dir) {
    String makefile = view.head(dir.resolve("Makefile"));
    if (makefile.contains("UBOOTVERSION")) {
      return Dialects.uBoot();
    }
    if (makefile.contains("barebox")) {
      return Dialects.barebox();
    }
    Matcher version = VERSION.matcher(makefile);
    Matcher patchlevel = PATCHLEVEL.matcher(makefile);
    boolean linux = isFile(dir, "init/Kconfig") && isFolder(dir, "arch");
    if (linux && version.find() && patchlevel.find()) {
      int major = Integer.parseInt(version.group(1));
      int minor = Integer.parseInt(patchlevel.group(1));
      return Dialects.linux(major * 100 + Math.min(99, minor));
    }
    return linux
        ? Dialects.linux(Dialects.byName("linux").orElseThrow().release())
        : ofScanner(dir);
  }

  /** Another project with a copy of the C program: its scanner tells the age. */
  private Dialect ofScanner(VfsPath dir) {
    boolean old = isFile(dir, "scripts/kconfig/zconf.l") || isFile(dir, "scripts/kconfig/zconf.y");
    return OwnProgram.kind(view, dir)
        .orElseGet(() -> old ? Dialects.oldKconfig() : Dialects.lenient());
  }

  /**
   * Upwards, the last folder with a root file, unless a nearer one has a main menu. Above a folder
   * without one only a file counts that sources what was found so far.
   */
  private Detected generic(VfsPath folder) {
    Dialect dialect = Dialects.lenient();
    Detected best = new Detected(dialect, folder, null);
    boolean gap = false;
    for (VfsPath dir = folder; dir != null; dir = dir.parent()) {
      VfsPath root = rootFile(dialect, dir);
      VfsPath below = best.root();
      if (root == null || (gap && below != null && !sources(root, dir, below))) {
        gap = below != null;
        continue;
      }
      gap = false;
      best = new Detected(dialect, dir, root);
      if (view.head(root).contains("mainmenu")) {
        break;
      }
    }
    VfsPath root = best.root();
    return root != null && EXTENSION.matcher(view.head(root)).find()
        ? new Detected(Dialects.kconfiglib(), best.srctree(), root)
        : best;
  }

  /** Whether a file in a folder sources another one by its path from there. */
  private boolean sources(VfsPath root, VfsPath dir, VfsPath file) {
    String path = file.relativeTo(dir);
    Matcher source = SOURCE.matcher(view.head(root));
    while (source.find()) {
      String glob = MACRO.matcher(source.group(1)).replaceAll("*");
      String inTree = glob.startsWith("*/") ? glob.substring(2) : glob; // mostly $(srctree)/
      if (Glob.of(inTree, Glob.Syntax.C).matches(path)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Detected> found(Dialect named, VfsPath dir) {
    Dialect dialect = OwnProgram.refine(named, view, dir);
    VfsPath module = moduleRoot(dir);
    if (module != null) {
      return Optional.of(new Detected(dialect, dir, module, List.of(), true));
    }
    List<VfsPath> others = SECOND_ROOTS.stream().map(dir::resolve).filter(view::isFile).toList();
    boolean external = isFile(dir, "external.desc");
    return Optional.of(new Detected(dialect, dir, rootFile(dialect, dir), others, external));
  }

  /** The file that Zephyr's build takes of a module, by its {@code module.yml}; else null. */
  private @Nullable VfsPath moduleRoot(VfsPath dir) {
    String module = view.head(dir.resolve("zephyr/module.yml"));
    if (module.isEmpty() || isFile(dir, "Kconfig.zephyr") || isZephyrApplication(dir)) {
      return null;
    }
    Matcher named = MODULE_KCONFIG.matcher(module);
    VfsPath root = dir.resolve(named.find() ? named.group(1) : "zephyr/Kconfig");
    return view.isFile(root) ? root : null;
  }

  private @Nullable VfsPath rootFile(Dialect dialect, VfsPath dir) {
    for (String name : dialect.rootNames()) {
      if (isFile(dir, name)) {
        return dir.resolve(name);
      }
    }
    return null;
  }

  private boolean isFile(VfsPath dir, String name) {
    return view.isFile(dir.resolve(name));
  }

  private boolean isFolder(VfsPath dir, String name) {
    return view.isFolder(dir.resolve(name));
  }
}
