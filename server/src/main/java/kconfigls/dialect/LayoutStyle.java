package kconfigls.dialect;

/**
 * How a project lays out its files: the language page, F.4.
 *
 * @param isNested four blanks per level of nesting; else statements stand in column 0 and what
 *     belongs to them behind one tab
 * @param maxColumns columns that a line may have; 0 for any number
 * @param maxHelpColumns columns that a line of help text may have; 0 for any number
 * @param isTabsOnly whether comments and continued lines, too, are indented by tabs only
 * @param isSpaced whether a blank line stands between entries, and around {@code if} and {@code
 *     endif}
 */
public record LayoutStyle(
    boolean isNested, int maxColumns, int maxHelpColumns, boolean isTabsOnly, boolean isSpaced) {
  private static final LayoutStyle KERNEL = new LayoutStyle(false, 0, 80, false, true);
  private static final LayoutStyle ZEPHYR = new LayoutStyle(false, 100, 100, true, true);
  private static final LayoutStyle BUILDROOT = new LayoutStyle(false, 0, 72, false, false);
  private static final LayoutStyle ESP_IDF = new LayoutStyle(true, 119, 119, false, true);

  /** The style of a dialect; that of the kernel for those that have none of their own. */
  public static LayoutStyle of(Dialect dialect) {
    return switch (dialect.name()) {
      case "zephyr" -> ZEPHYR;
      case "buildroot" -> BUILDROOT;
      case "esp-idf" -> ESP_IDF;
      default -> KERNEL;
    };
  }

  /** Columns that a tab goes to the next multiple of. */
  public int tabWidth() {
    return isNested ? 4 : 8;
  }

  /** How a line of some depth is to be indented. */
  public String indentation(int depth) {
    if (isNested) {
      return " ".repeat(4 * depth);
    }
    return depth == 0 ? "" : "\t";
  }

  /** How a help text is to be indented whose keyword has some depth. */
  public String helpIndentation(int depth) {
    return isNested ? indentation(depth + 1) : "\t  ";
  }
}
