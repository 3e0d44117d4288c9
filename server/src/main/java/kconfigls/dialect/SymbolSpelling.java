package kconfigls.dialect;

import java.util.List;

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
 */
public record SymbolSpelling(
    List<String> prefixes,
    boolean prefixInName,
    List<String> wrappers,
    List<String> takers,
    List<String> variants,
    List<String> foreignFolders,
    boolean complete) {
  /** Sources that name no symbols. */
  public static final SymbolSpelling NONE =
      new SymbolSpelling(List.of(), false, List.of(), List.of(), List.of(), List.of(), false);

  /** The spelling in the trees of a dialect. */
  public static SymbolSpelling of(Dialect dialect) {
    SymbolSpelling usual = usual(dialect.prefix());
    return switch (dialect.name()) {
      case "linux" -> usual.foreign(List.of("tools"));
      case "buildroot" ->
          new SymbolSpelling(
              List.of("BR2_"), true, List.of(), List.of(), List.of(), List.of(), true);
      case "u-boot" ->
          usual
              .takenBy(List.of("CONFIG_IS_ENABLED", "CONFIG_VAL", "CONFIG_IF_ENABLED_INT"))
              .varying(List.of("SPL_", "TPL_", "VPL_"));
      case "coreboot" -> usual.takenBy(List.of("CONFIG")).foreign(List.of("payloads"));
      case "busybox" ->
          new SymbolSpelling(
              List.of("CONFIG_", "ENABLE_"),
              false,
              List.of("IF_NOT_", "IF_"),
              List.of(),
              List.of(),
              List.of(),
              true);
      case "minikconf", "old-kconfig", "c-kconfig", "kconfiglib", "generic" ->
          usual.incomplete(dialect);
      default -> usual;
    };
  }

  private static SymbolSpelling usual(String prefix) {
    List<String> prefixes = prefix.isEmpty() ? List.of() : List.of(prefix);
    return new SymbolSpelling(
        prefixes, false, List.of(), List.of(), List.of(), List.of(), !prefix.isEmpty());
  }

  /** QEMU's build defines symbols beside those of Kconfig. */
  private SymbolSpelling incomplete(Dialect dialect) {
    boolean whole = complete && !dialect.name().equals("minikconf");
    return new SymbolSpelling(
        prefixes, prefixInName, wrappers, takers, variants, foreignFolders, whole);
  }

  private SymbolSpelling foreign(List<String> folders) {
    return new SymbolSpelling(
        prefixes, prefixInName, wrappers, takers, variants, folders, complete);
  }

  private SymbolSpelling takenBy(List<String> macros) {
    return new SymbolSpelling(
        prefixes, prefixInName, wrappers, macros, variants, foreignFolders, complete);
  }

  private SymbolSpelling varying(List<String> parts) {
    return new SymbolSpelling(
        prefixes, prefixInName, wrappers, takers, parts, foreignFolders, complete);
  }
}
