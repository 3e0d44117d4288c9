package kconfigls.dialect;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.dialect.Dialect.ArchitectureLayout;
import kconfigls.dialect.SourceResolution.From;
import kconfigls.vfs.Glob;

/** The dialects that are known. */
public final class Dialects {
  private static final List<String> KCONFIG = List.of("Kconfig");
  private static final SourceResolution PLAIN =
      new SourceResolution(false, Glob.Syntax.PYTHON, From.ROOT);
  private static final SourceResolution PYTHON =
      new SourceResolution(true, Glob.Syntax.PYTHON, From.ROOT);
  private static final SourceResolution GLOBS =
      new SourceResolution(true, Glob.Syntax.C, From.ROOT);
  private static final SourceResolution LOOSE =
      new SourceResolution(true, Glob.Syntax.C, From.ROOT_THEN_INCLUDING_FILE);
  private static final SourceResolution BESIDE =
      new SourceResolution(false, Glob.Syntax.PYTHON, From.INCLUDING_FILE);
  private static final ArchitectureLayout ARCH = new ArchitectureLayout("arch", "Kconfig");
  private static final Map<String, String> KERNEL = Map.of("KERNELVERSION", "{version}");
  private static final int NEWEST = 703;
  private static final Pattern LINUX_RELEASE = Pattern.compile("linux-([0-9])\\.([0-9]{1,2})");

  /** Ways to read configuration files that the newest release of Linux has not. */
  private static final Set<Feature> OTHER_CONFIGS =
      Set.of(
          Feature.PYTHON_CONFIGS,
          Feature.NOT_SET_AFTER_ANYTHING,
          Feature.FIRST_ASSIGNMENT_COUNTS,
          Feature.SDKCONFIG,
          Feature.ZEPHYR_CONFIGS,
          Feature.CONFIG_INCLUDES,
          Feature.RAW_STRINGS);

  private Dialects() {}

  /** All of them, Linux in its newest release, the lenient default last. */
  public static List<Dialect> all() {
    return List.of(
        linux(NEWEST),
        uBoot(),
        zephyr(),
        espIdf(),
        buildroot(),
        busyBox(),
        coreboot(),
        openWrt(),
        nuttX(),
        xen(),
        crosstoolNg(),
        barebox(),
        kconfiglib(),
        rtThread(),
        oldKconfig(),
        ownCopy(),
        minikconf(),
        lenient());
  }

  /** A dialect by its name; {@code linux-6.1} is Linux in that release. */
  public static Optional<Dialect> byName(String name) {
    Matcher release = LINUX_RELEASE.matcher(name);
    if (release.matches()) {
      int major = Integer.parseInt(release.group(1));
      return Optional.of(linux(major * 100 + Integer.parseInt(release.group(2))));
    }
    return all().stream().filter(dialect -> dialect.name().equals(name)).findFirst();
  }

  /** Linux; the release as major × 100 + minor. */
  public static Dialect linux(int release) {
    Set<Feature> features = ofRelease(release);
    return new Dialect(
        "linux", "Linux", release, features, PLAIN, KCONFIG, "CONFIG_", KERNEL, ARCH);
  }

  /**
   * What {@code scripts/kconfig} of a release of Linux accepts: the language page, A.2, B.1, C.8.
   */
  static Set<Feature> ofRelease(int release) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    addIf(features, release >= 418, Feature.MACROS);
    addIf(features, release >= 418, Feature.ASSIGNMENTS);
    addIf(features, release < 418, Feature.DOLLAR_VARIABLES);
    addIf(features, release < 416, Feature.BOOLEAN);
    addIf(features, release < 509, Feature.HELP_DASHES);
    addIf(features, release < 513, Feature.OPTION);
    addIf(features, release >= 513, Feature.MODULES);
    addIf(features, release < 610, Feature.OPTIONAL);
    addIf(features, release >= 618, Feature.TRANSITIONAL);
    addIf(features, release >= 700, Feature.CONDITIONAL_DEPENDS);
    addIf(features, release >= 410, Feature.IMPLY);
    addIf(features, release < 418, Feature.OPTION_ENV);
    addIf(features, release < 508, Feature.UNQUOTED_SOURCE);
    addIf(features, release < 508, Feature.UNQUOTED_PROMPT);
    addIf(features, release < 500, Feature.OLD_SCANNER);
    addIf(features, release < 500, Feature.DOTTED_WORDS);
    addIf(features, release < 508, Feature.ANY_IN_CHOICE);
    addIf(features, release < 508, Feature.SOURCE_IN_CHOICE);
    addIf(features, release < 609, Feature.NAMED_CHOICE);
    addIf(features, release < 611, Feature.CHOICE_TYPE);
    addIf(features, release < 702, Feature.CHOICE_BOOL_PROMPT);
    addIf(features, release >= 609, Feature.CHOICE_PROMPT_NEEDED);
    addIf(features, release >= 611, Feature.CHOICE_MEMBERS_CHECKED);
    addIf(features, release >= 702, Feature.MENUCONFIG_PROMPT_NEEDED);
    addIf(features, release >= 702, Feature.REPEATED_SOURCE_REFUSED);
    addIf(features, release >= 300, Feature.VISIBLE);
    addIf(features, release >= 403, Feature.ORDER_COMPARISONS);
    addIf(features, release < 611, Feature.TRISTATE_CHOICE);
    addIf(features, release < 608, Feature.OUT_OF_RANGE_DROPPED);
    addIf(features, release >= 608, Feature.NUMBERS_START_AT_ZERO);
    addIf(features, release < 415, Feature.TRISTATES_COMPARED_AS_TEXT);
    addIf(features, release < 417, Feature.HIDDEN_N_WRITTEN);
    addIf(features, release < 601, Feature.CONSTANTS_COMPARED_AS_TEXT);
    addIf(features, release < 612, Feature.CONSTANTS_KEPT_IN_LOOPS);
    addIf(features, release < 601, Feature.BOUND_AS_NUMBER);
    addIf(features, release >= 507, Feature.IMPLY_WITHIN_DEPENDENCIES);
    addIf(features, release >= 608, Feature.NOT_SET_ENDS_LINE);
    addIf(features, release < 601, Feature.NOT_SET_AFTER_ANYTHING);
    return features;
  }

  private static void addIf(Set<Feature> features, boolean condition, Feature feature) {
    if (condition) {
      features.add(feature);
    }
  }

  private static Set<Feature> with(Set<Feature> base, Feature... more) {
    Set<Feature> features = EnumSet.copyOf(base);
    features.addAll(List.of(more));
    return features;
  }

  private static Dialect simple(
      String name, String title, int release, Set<Feature> features, SourceResolution source) {
    return new Dialect(name, title, release, features, source, KCONFIG, "CONFIG_", Map.of(), null);
  }

  public static Dialect uBoot() {
    Set<Feature> features =
        with(
            ofRelease(420),
            Feature.MACROS,
            Feature.OPTION,
            Feature.CONFIG_INCLUDES,
            Feature.RAW_STRINGS);
    return simple("u-boot", "U-Boot", 420, features, PLAIN)
        .with(Map.of("UBOOTVERSION", "{version}"));
  }

  /** The language of Kconfiglib. */
  private static Set<Feature> kconfiglibFeatures() {
    return EnumSet.of(
        Feature.MACROS,
        Feature.ASSIGNMENTS,
        Feature.DOLLAR_VARIABLES,
        Feature.HELP_DASHES,
        Feature.BOOLEAN,
        Feature.OPTION,
        Feature.OPTION_ENV,
        Feature.OPTIONAL,
        Feature.IMPLY,
        Feature.RELATIVE_SOURCE,
        Feature.DEF_OTHER_TYPES,
        Feature.UNQUOTED_SOURCE,
        Feature.UNQUOTED_PROMPT,
        Feature.VISIBLE_NEEDS_IF,
        Feature.DEFAULT_IN_MENU,
        Feature.DOTTED_WORDS,
        Feature.MAINMENU_ANYWHERE,
        Feature.ANY_IN_CHOICE,
        Feature.BLOCKS_IN_CHOICE,
        Feature.SOURCE_IN_CHOICE,
        Feature.NAMED_CHOICE,
        Feature.QUOTED_CHOICE_NAME,
        Feature.CHOICE_TYPE,
        Feature.CHOICE_BOOL_PROMPT,
        Feature.VISIBLE,
        Feature.ORDER_COMPARISONS,
        Feature.TRISTATE_CHOICE,
        Feature.MODULES_BY_NAME,
        Feature.BOUND_AS_NUMBER,
        Feature.OUT_OF_RANGE_IGNORED,
        Feature.PYTHON_NUMBERS,
        Feature.BOOLS_AS_TEXT,
        Feature.LAST_LINE_COUNTS,
        Feature.OPEN_ENTRIES_COUNT,
        Feature.LAST_MEMBER_DECIDES,
        Feature.IMPLY_LIFTS_ANY,
        Feature.EVERY_LOOP_REFUSED,
        Feature.OPEN_ENTRY_ENDS_LOOP,
        Feature.PLAIN_SUBMENUS,
        Feature.LAST_LINE_MAY_BE_OPEN,
        Feature.LINES_AS_PYTHON,
        Feature.TYPE_FROM_NESTED_MEMBER,
        Feature.PYTHON_CONFIGS);
  }

  public static Dialect zephyr() {
    Set<Feature> features =
        with(
            kconfiglibFeatures(),
            Feature.CONFIGDEFAULT,
            Feature.CONDITIONAL_DEPENDS,
            Feature.ZEPHYR_CONFIGS);
    List<String> roots = List.of("Kconfig", "Kconfig.zephyr");
    Map<String, String> build = Map.of("ZEPHYR_BASE", "{above:Kconfig.zephyr}");
    return new Dialect("zephyr", "Zephyr", 420, features, PYTHON, roots, "CONFIG_", build, null);
  }

  public static Dialect espIdf() {
    Set<Feature> features =
        with(kconfiglibFeatures(), Feature.SET, Feature.WARNING, Feature.FLOAT, Feature.MENU_HELP);
    features.add(Feature.SDKCONFIG);
    features.add(Feature.VISIBLE_IGNORED);
    features.add(Feature.IGNORE_COMMENTS);
    return simple("esp-idf", "ESP-IDF", 420, features, PYTHON);
  }

  public static Dialect buildroot() {
    List<String> roots = List.of("Config.in");
    Set<Feature> features = ofRelease(417);
    Map<String, String> build =
        Map.of(
            "BR2_VERSION_FULL", "{Makefile:BR2_VERSION}{without:.git}",
            "BR2_EXTERNAL_{external.desc:name}_PATH", "{srctree}");
    return new Dialect("buildroot", "Buildroot", 417, features, PLAIN, roots, "", build, null);
  }

  public static Dialect busyBox() {
    Set<Feature> features =
        with(
            ofRelease(206),
            Feature.REQUIRES_ENABLE,
            Feature.DEPENDS_WITHOUT_ON,
            Feature.MAINMENU_ANYWHERE,
            Feature.MODULES_BY_NAME,
            Feature.ALL_WRITTEN,
            Feature.FIRST_ASSIGNMENT_COUNTS);
    features.removeAll(EnumSet.of(Feature.OPTION, Feature.NAMED_CHOICE, Feature.DOLLAR_VARIABLES));
    return new Dialect(
        "busybox", "BusyBox", 206, features, PLAIN, List.of("Config.in"), "CONFIG_", KERNEL, null);
  }

  public static Dialect coreboot() {
    Set<Feature> features =
        with(ofRelease(516), Feature.SOURCE_IN_CHOICE, Feature.MISSING_SOURCE_ALLOWED);
    List<String> roots = List.of("src/Kconfig");
    Map<String, String> build =
        Map.of(
            "top", "{srctree}",
            "src", "{Makefile:src}",
            "obj", "{Makefile:obj}",
            "objk", "{Makefile:obj}/util/kconfig");
    return new Dialect("coreboot", "coreboot", 516, features, GLOBS, roots, "CONFIG_", build, null);
  }

  public static Dialect openWrt() {
    Set<Feature> features = with(ofRelease(606), Feature.RESET, Feature.DOTTED_WORDS);
    List<String> roots = List.of("Config.in");
    return new Dialect(
        "openwrt", "OpenWrt", 606, features, LOOSE, roots, "CONFIG_", Map.of(), null);
  }

  public static Dialect nuttX() {
    return simple(
        "nuttx", "NuttX", 411, with(ofRelease(411), Feature.MACROS, Feature.ASSIGNMENTS), PYTHON);
  }

  public static Dialect xen() {
    Map<String, String> version =
        Map.of(
            "XEN_FULLVERSION",
            "{Makefile:XEN_VERSION}.{Makefile:XEN_SUBVERSION}{Makefile:XEN_EXTRAVERSION}");
    return new Dialect("xen", "Xen", 504, ofRelease(504), PLAIN, KCONFIG, "CONFIG_", version, ARCH);
  }

  public static Dialect crosstoolNg() {
    List<String> roots = List.of("config/config.in");
    Set<Feature> features = ofRelease(512);
    return new Dialect(
        "crosstool-ng", "crosstool-NG", 512, features, PLAIN, roots, "CT_", Map.of(), null);
  }

  public static Dialect barebox() {
    return new Dialect(
        "barebox", "barebox", 515, ofRelease(515), PLAIN, KCONFIG, "CONFIG_", KERNEL, ARCH);
  }

  public static Dialect kconfiglib() {
    return simple("kconfiglib", "Kconfiglib", 420, kconfiglibFeatures(), PYTHON)
        .with(Map.of("OPENSBI_SRC_DIR", "{srctree}"));
  }

  public static Dialect rtThread() {
    return simple("rt-thread", "RT-Thread", 420, kconfiglibFeatures(), PYTHON)
        .with(
            Map.of(
                "BSP_DIR", "{srctree}",
                "RTT_DIR", "{above:include/rtthread.h}",
                "RTT_ROOT", "{above:include/rtthread.h}"));
  }

  /** A project that brings its own copy of the C program, which is read for what it accepts. */
  public static Dialect ownCopy() {
    return simple("c-kconfig", "Kconfig", NEWEST, ofRelease(NEWEST), PLAIN);
  }

  /** SeaBIOS, toybox, uClibc, SWUpdate: the C program of Linux 2.6 to 4. */
  public static Dialect oldKconfig() {
    Set<Feature> features = with(ofRelease(411), Feature.MACROS, Feature.ASSIGNMENTS);
    List<String> roots =
        List.of("Config.in", "extra/Configs/Config.in", "src/Kconfig", "Kconfig", "Config.uk");
    return new Dialect(
        "old-kconfig",
        "Kconfig before 4.18",
        411,
        features,
        PLAIN,
        roots,
        "CONFIG_",
        Map.of(),
        null);
  }

  /** QEMU's own small language. */
  public static Dialect minikconf() {
    Set<Feature> features = EnumSet.allOf(Feature.class);
    features.removeAll(OTHER_CONFIGS);
    return simple("minikconf", "QEMU", 411, features, BESIDE);
  }

  /** A tree of which nothing is known: what some dialect accepts is no error. */
  public static Dialect lenient() {
    Set<Feature> features = EnumSet.allOf(Feature.class);
    features.removeAll(OTHER_CONFIGS);
    features.removeAll(
        EnumSet.of(
            Feature.REQUIRES_ENABLE,
            Feature.UNTYPED_SYMBOLS,
            Feature.MISSING_SOURCE_ALLOWED,
            Feature.DOTTED_WORDS,
            Feature.OLD_SCANNER,
            Feature.UNQUOTED_SOURCE,
            Feature.UNQUOTED_PROMPT,
            Feature.VISIBLE_NEEDS_IF,
            Feature.VISIBLE_IGNORED,
            Feature.DEFAULT_IN_MENU,
            Feature.MAINMENU_ANYWHERE,
            Feature.MENU_HELP,
            Feature.ANY_IN_CHOICE,
            Feature.BLOCKS_IN_CHOICE,
            Feature.SOURCE_IN_CHOICE,
            Feature.CHOICE_PROMPT_NEEDED,
            Feature.CHOICE_MEMBERS_CHECKED,
            Feature.MENUCONFIG_PROMPT_NEEDED,
            Feature.DEPENDS_WITHOUT_ON,
            Feature.TRISTATE_CHOICE,
            Feature.OUT_OF_RANGE_DROPPED,
            Feature.MODULES_BY_NAME,
            Feature.BOUND_AS_NUMBER,
            Feature.TRISTATES_COMPARED_AS_TEXT,
            Feature.CONSTANTS_COMPARED_AS_TEXT,
            Feature.OUT_OF_RANGE_IGNORED,
            Feature.PYTHON_NUMBERS,
            Feature.BOOLS_AS_TEXT,
            Feature.LAST_LINE_COUNTS,
            Feature.OPEN_ENTRIES_COUNT,
            Feature.LAST_MEMBER_DECIDES,
            Feature.IMPLY_LIFTS_ANY,
            Feature.EVERY_LOOP_REFUSED,
            Feature.CONSTANTS_KEPT_IN_LOOPS,
            Feature.PLAIN_SUBMENUS,
            Feature.LINES_AS_PYTHON,
            Feature.TYPE_FROM_NESTED_MEMBER,
            Feature.ALL_WRITTEN,
            Feature.REPEATED_SOURCE_REFUSED,
            Feature.HIDDEN_N_WRITTEN));
    List<String> roots = List.of("Kconfig", "Config.in", "src/Kconfig", "Config.uk");
    return new Dialect(
        "generic", "Kconfig", NEWEST, features, LOOSE, roots, "CONFIG_", Map.of(), null);
  }
}
