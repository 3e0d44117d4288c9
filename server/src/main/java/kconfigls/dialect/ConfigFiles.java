package kconfigls.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files are configuration files, and what their place and text tell: E.1 and E.4. */
public final class ConfigFiles {
  /** What a configuration file is for. */
  public enum Kind {
    /** All that somebody configures: a {@code .config} or a defconfig. */
    WHOLE,
    /** A part that is merged with others. */
    FRAGMENT,
    /** New names of symbols: {@code sdkconfig.rename}. */
    RENAMES
  }

  /** Configurations whose build has another ARCH than the folder that they are in, or a SUBARCH. */
  private static final Map<Pattern, String> OTHER_BUILDS =
      Map.of(
          Pattern.compile("arch/parisc/configs/.*-64bit_defconfig"), "parisc64",
          Pattern.compile("arch/um/configs/i386_defconfig"), "um with SUBARCH=i386");

  private static final int HEADER_LINES = 50;
  private static final String SYSBUILD = "SB_CONFIG_";
  private static final Pattern KCONFIG = Pattern.compile("(Kconfig|Config[.-]).*");
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\.config(\\.old)?|(.*_)?defconfig|sdkconfig(\\.defaults.*)?|crosstool\\.config");
  private static final Pattern PART = Pattern.compile("sdkconfig\\.ci.*|config|.*\\.(config|conf)");
  private static final Pattern COREBOOT = Pattern.compile("(.*/)?configs/(.*/)?config\\.[^/]*");
  private static final Pattern LINUX = Pattern.compile("(?m)\\A(?:#[^\n]*\n){0,4}# Linux/(\\S+) ");

  private ConfigFiles() {}

  /**
   * What a file is; empty for none of them.
   *
   * @param path relative to the tree
   */
  public static Optional<Kind> kind(String path, String text, Dialect dialect) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (KCONFIG.matcher(name).matches()) {
      return Optional.empty();
    }
    if (name.startsWith("sdkconfig.rename")) {
      return Optional.of(Kind.RENAMES);
    }
    boolean board = dialect.has(Feature.ZEPHYR_CONFIGS) && name.endsWith("_defconfig");
    if (!board && (WHOLE.matcher(name).matches() || COREBOOT.matcher(path).matches())) {
      return Optional.of(Kind.WHOLE);
    }
    if (name.startsWith("config-") && isGenerated(text)) {
      return Optional.of(Kind.WHOLE);
    }
    if (board || (PART.matcher(name).matches() && isConfig(text, dialect))) {
      return Optional.of(isGenerated(text) ? Kind.WHOLE : Kind.FRAGMENT);
    }
    return Optional.empty();
  }

  /** Many kinds of files are called so: one line must be that of a configuration. */
  private static boolean isConfig(String text, Dialect dialect) {
    String name = "(?:SB_)?" + Pattern.quote(dialect.prefix()) + "\\w+";
    return Pattern.compile("(?m)^(?:" + name + " *=|# " + name + " is not set)")
        .matcher(text)
        .find();
  }

  /**
   * The dialect of a configuration file: that of the tree, but for the prefix of its symbols.
   *
   * @param path of the file
   */
  public static Dialect dialect(String path, Dialect dialect) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean sysbuild = dialect.has(Feature.ZEPHYR_CONFIGS) && name.matches("sysbuild.*\\.conf");
    return sysbuild ? dialect.withPrefix(SYSBUILD) : dialect;
  }

  /** Prefixes that symbols have in other projects, longest first; never that of the dialect. */
  public static List<String> foreignPrefixes(Dialect dialect) {
    return Stream.of(SYSBUILD, "CONFIG_", "CT_")
        .filter(prefix -> !prefix.equals(dialect.prefix()))
        .toList();
  }

  /** Whether a prefix is never right in a file of the dialect, whatever the name. */
  public static boolean isOfOtherFiles(String prefix, Dialect dialect) {
    return dialect.has(Feature.ZEPHYR_CONFIGS)
        && (prefix.equals(SYSBUILD) || prefix.equals("CONFIG_"));
  }

  /** Whether a program wrote the file and says so in its first lines. */
  public static boolean isGenerated(String text) {
    return text.lines()
        .limit(HEADER_LINES)
        .takeWhile(line -> line.isBlank() || line.startsWith("#"))
        .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("automatically generated"));
  }

  /**
   * The architecture that a file is for, or the folder of it, by its place in the tree or its
   * header; empty if neither tells.
   */
  public static Optional<String> architecture(String path, String text, Dialect dialect) {
    Dialect.ArchitectureLayout layout = dialect.architectures();
    if (layout == null) {
      return Optional.empty();
    }
    for (Map.Entry<Pattern, String> other : OTHER_BUILDS.entrySet()) {
      if (other.getKey().matcher(path).matches()) {
        return Optional.of(other.getValue());
      }
    }
    Matcher place =
        Pattern.compile(Pattern.quote(layout.folder()) + "/([^/]+)/configs/.*").matcher(path);
    if (place.matches()) {
      return Optional.of(place.group(1));
    }
    Matcher header = LINUX.matcher(text);
    return header.find() ? Optional.of(header.group(1)) : Optional.empty();
  }
}
