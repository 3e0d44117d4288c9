package kconfigls.usage;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kconfigls.vfs.VfsPath;

/** What a file of a tree is written in, as far as it matters where it names symbols. */
public enum SourceLanguage {
  /** C, C++, assembler, linker scripts, devicetree: what the C preprocessor reads. */
  C,
  RUST,
  MAKE,
  CMAKE,
  /** Shell, Python, Perl and other scripts. */
  SCRIPT,
  /** Texts for people. */
  DOCUMENT,
  /** Configuration files. */
  CONFIG,
  KCONFIG,
  /** Anything else: it may name symbols, but nobody knows how. */
  OTHER,
  /** Files whose names of symbols mean nothing, or that are read elsewhere. */
  NONE;

  private static final Pattern NO_KCONFIG = Pattern.compile(".*\\.(c|h|md|py|rst|sh|txt|cmake)");
  private static final Pattern KCONFIG_NAME =
      Pattern.compile(
          "(.*\\.)?Kconfig([.-].*)?|Config(\\..*)?\\.(in|src)|Config\\.in.*|Config\\.uk");
  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(.*_)?defconfig|.*\\.config|\\.config.*|prj.*\\.conf|.*\\.conf|sdkconfig.*|config");
  private static final Set<String> C_FILES =
      Set.of(
          "c", "h", "cc", "cpp", "cxx", "hh", "hpp", "s", "lds", "ld", "dts", "dtsi", "dtso",
          "overlay", "y", "l", "inc", "asl", "m", "x", "cocci");
  private static final Set<String> SCRIPTS =
      Set.of("sh", "bash", "py", "pl", "pm", "awk", "rb", "tcl", "lua", "tc", "sed", "exp");
  private static final Set<String> DOCUMENTS =
      Set.of("rst", "txt", "md", "adoc", "html", "tex", "texi", "1", "8");
  private static final Set<String> BUILT =
      Set.of(
          "o", "ko", "a", "so", "cmd", "d", "log", "patch", "diff", "svg", "png", "gz", "xz", "po",
          "orig", "rej", "swp", "pyc", "bin", "dtb", "elf");

  /** Whether it says what is built, or how. */
  public boolean isCode() {
    return switch (this) {
      case C, RUST, MAKE, CMAKE, SCRIPT -> true;
      case DOCUMENT, CONFIG, KCONFIG, OTHER, NONE -> false;
    };
  }

  /** Whether it may be Kconfig, whatever it is called. */
  public boolean mayBeKconfig() {
    return this == KCONFIG || this == OTHER;
  }

  /** Whether it belongs to the configuration itself. */
  public boolean isKconfigOrConfig() {
    return this == KCONFIG || this == CONFIG;
  }

  /** The language of a file by its name. */
  public static SourceLanguage of(VfsPath path) {
    String name = path.name();
    if (name.contains("ChangeLog") || name.endsWith("~") || name.contains(".log")) {
      return NONE;
    }
    String extension = name.substring(name.lastIndexOf('.') + 1);
    SourceLanguage build = buildFile(name);
    if (build != OTHER) {
      return build;
    }
    String lower = extension.toLowerCase(Locale.ROOT);
    if (name.indexOf('.') < 0) {
      return CONFIGURATION.matcher(name).matches() ? CONFIG : plain(path, name);
    }
    if (C_FILES.contains(lower)) {
      return C;
    }
    if (SCRIPTS.contains(lower)) {
      return SCRIPT;
    }
    if (DOCUMENTS.contains(lower)) {
      return DOCUMENT;
    }
    if (BUILT.contains(lower)) {
      return NONE;
    }
    if (extension.equals("rs")) {
      return RUST;
    }
    return CONFIGURATION.matcher(name).matches() ? CONFIG : OTHER;
  }

  private static SourceLanguage buildFile(String name) {
    if (name.startsWith("Makefile")
        || name.startsWith("Kbuild")
        || name.endsWith("Makefile")
        || name.endsWith(".mk")
        || name.equals("Make.defs")
        || name.equals("Platform")) {
      return MAKE;
    }
    if (name.equals("CMakeLists.txt") || name.endsWith(".cmake")) {
      return CMAKE;
    }
    return KCONFIG_NAME.matcher(name).matches() && !NO_KCONFIG.matcher(name).matches()
        ? KCONFIG
        : OTHER;
  }

  private static SourceLanguage plain(VfsPath path, String name) {
    boolean document =
        path.text().contains("/Documentation/")
            || name.startsWith("README")
            || name.equals("MAINTAINERS")
            || name.equals("CREDITS");
    return document ? DOCUMENT : OTHER;
  }
}
