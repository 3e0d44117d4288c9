package kconfigls.dialect;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the sources of a dialect's trees spell the names of symbols: the language page, F.3.
 *
 * @param prefixes what stands before a name
 * @param prefixInName whether the prefix belongs to the name
 * @param wrappers prefixes of macros that take other code, such as {@code IF_} in BusyBox: they
 *     count only before a bracket
 * @param takers macros whose first argument is a name without prefix, such as {@code CONFIG} in
 *     coreboot
 * @param variants what the name may have before it where the build chooses, such as {@code SPL_}
 * @param foreignFolders folders below the root with programs of their own, which name other things
 * @param complete whether every such name comes from Kconfig
 * @param kconfigComment what begins the comments of sources from which the build makes its Kconfig
 *     files; empty if it does not
 * @param namedAfterFolders whether the build makes names of symbols from those of folders
 */
public record SymbolSpelling(
    List<String> prefixes,
    boolean prefixInName,
    List<String> wrappers,
    List<String> takers,
    List<String> variants,
    List<String> foreignFolders,
    boolean complete,
    String kconfigComment,
    boolean namedAfterFolders) {
  /** Sources that name no symbols. */
  public static final SymbolSpelling NONE = prefixed(List.of(), false, false);

  /** The spelling in the trees of a dialect. */
  public static SymbolSpelling of(Dialect dialect) {
    SymbolSpelling usual = usual(dialect.prefix());
    return switch (dialect.name()) {
      case "linux" -> usual.foreign(List.of("tools"));
      case "buildroot" -> prefixed(List.of("BR2_"), true, true).afterFolders();
      case "u-boot" ->
          usual
              .takenBy(List.of("CONFIG_IS_ENABLED", "CONFIG_VAL", "CONFIG_IF_ENABLED_INT"))
              .varying(List.of("SPL_", "TPL_", "VPL_"));
      case "coreboot" -> usual.takenBy(List.of("CONFIG")).foreign(List.of("payloads"));
      case "busybox" ->
          prefixed(List.of("CONFIG_", "ENABLE_"), false, true)
              .wrapping(List.of("IF_NOT_", "IF_"))
              .commented("//config:");
      case "minikconf", "old-kconfig", "c-kconfig", "kconfiglib", "generic" ->
          usual.incomplete(dialect);
      default -> usual;
    };
  }

  /**
   * Whether the build makes this name of a folder's: {@code BR2_PACKAGE_FOO_BAR} of that of the
   * package foo-bar. Both must be renamed, then.
   */
  public boolean isNamedAfter(String name, String folder) {
    String made = folder.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    return namedAfterFolders && name.matches("BR2_[A-Z]+_(HOST_)?" + Pattern.quote(made));
  }

  private static SymbolSpelling usual(String prefix) {
    return prefixed(prefix.isEmpty() ? List.of() : List.of(prefix), false, !prefix.isEmpty());
  }

  private static SymbolSpelling prefixed(List<String> prefixes, boolean inName, boolean complete) {
    return new SymbolSpelling(
        prefixes, inName, List.of(), List.of(), List.of(), List.of(), complete, "", false);
  }

  /** QEMU's build defines symbols beside those of Kconfig. */
  private SymbolSpelling incomplete(Dialect dialect) {
    return prefixed(prefixes, prefixInName, complete && !dialect.name().equals("minikconf"));
  }

  private SymbolSpelling foreign(List<String> folders) {
    return new SymbolSpelling(
        prefixes, prefixInName, wrappers, takers, variants, folders, complete, "", false);
  }

  private SymbolSpelling takenBy(List<String> macros) {
    return new SymbolSpelling(
        prefixes, prefixInName, wrappers, macros, variants, foreignFolders, complete, "", false);
  }

  private SymbolSpelling varying(List<String> parts) {
    return new SymbolSpelling(
        prefixes, prefixInName, wrappers, takers, parts, foreignFolders, complete, "", false);
  }

  private SymbolSpelling wrapping(List<String> macros) {
    return new SymbolSpelling(
        prefixes, prefixInName, macros, takers, variants, foreignFolders, complete, "", false);
  }

  private SymbolSpelling commented(String start) {
    return new SymbolSpelling(
        prefixes, prefixInName, wrappers, takers, variants, foreignFolders, complete, start, false);
  }

  private SymbolSpelling afterFolders() {
    return new SymbolSpelling(
        prefixes, prefixInName, wrappers, takers, variants, foreignFolders, complete, "", true);
  }
}
