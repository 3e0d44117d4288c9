package kconfigls.dialect;

/**
 * How a project lays out its files: the language page, F.4.
 *
 * @param unit what one level of indentation is: a tab, or blanks
 * @param isNested whether what stands in a block is indented; else statements stand in column 0 and
 *     what belongs to them behind one unit
 * @param helpUnit what a help text is indented by, beyond {@code help} itself
 * @param maxColumns columns that a line may have; 0 for any number
 * @param maxHelpColumns columns that a line of help text may have; 0 for any number
 * @param isTabsOnly whether comments and continued lines, too, are indented by tabs only
 * @param spacing where blank lines have to stand
 * @param isStrict whether the project's own checks ask for this style to the letter; else what its
 *     files have in many places, too, is as good
 */
public record LayoutStyle(
    String unit,
    boolean isNested,
    String helpUnit,
    int maxColumns,
    int maxHelpColumns,
    boolean isTabsOnly,
    Spacing spacing,
    boolean isStrict) {
  /** Where blank lines have to stand. */
  public enum Spacing {
    /** Nowhere, as in projects that have no written style. */
    FREE,
    /** Between entries. */
    ENTRIES,
    /** Between entries, and on both sides of {@code if} and {@code endif}. */
    CONDITIONS
  }

  private static final String TAB = "\t";
  private static final String FOUR = "    ";

  public static final LayoutStyle KERNEL =
      new LayoutStyle(TAB, false, "  ", 0, 80, false, Spacing.ENTRIES, false);
  private static final LayoutStyle ZEPHYR =
      new LayoutStyle(TAB, false, "  ", 100, 100, true, Spacing.CONDITIONS, true);
  private static final LayoutStyle BUILDROOT =
      new LayoutStyle(TAB, false, "  ", 0, 72, false, Spacing.FREE, true);
  private static final LayoutStyle ESP_IDF =
      new LayoutStyle(FOUR, true, FOUR, 119, 119, false, Spacing.ENTRIES, true);
  private static final LayoutStyle BUSYBOX =
      new LayoutStyle(TAB, false, "", 0, 80, false, Spacing.FREE, false);
  private static final LayoutStyle QEMU =
      new LayoutStyle(FOUR, false, "  ", 0, 80, false, Spacing.FREE, false);
  private static final LayoutStyle ANY =
      new LayoutStyle(TAB, false, "  ", 0, 80, false, Spacing.FREE, false);

  /** The style of a dialect; that of the kernel for those that have none of their own. */
  public static LayoutStyle of(Dialect dialect) {
    return switch (dialect.name()) {
      case "zephyr" -> ZEPHYR;
      case "buildroot" -> BUILDROOT;
      case "esp-idf" -> ESP_IDF;
      case "busybox" -> BUSYBOX;
      case "minikconf" -> QEMU;
      case "c-kconfig", "old-kconfig", "kconfiglib", "rt-thread" -> ANY;
      default -> KERNEL;
    };
  }

  /** The style as the project has it in writing, for what is new; this one where none is. */
  public LayoutStyle toTheLetter() {
    return spacing == Spacing.FREE || isStrict
        ? this
        : new LayoutStyle(
            unit, isNested, helpUnit, maxColumns, maxHelpColumns, isTabsOnly, spacing, true);
  }

  /** The same style with another unit. */
  public LayoutStyle withUnit(String other) {
    return new LayoutStyle(
        other,
        isNested,
        helpUnit.equals(unit) ? other : helpUnit,
        maxColumns,
        maxHelpColumns,
        isTabsOnly && other.equals(TAB),
        spacing,
        isStrict);
  }

  /** Columns that a tab goes to the next multiple of. */
  public int tabWidth() {
    return isNested ? 4 : 8;
  }

  /** How a line of some depth is to be indented. */
  public String indentation(int depth) {
    return unit.repeat(isNested ? depth : Math.min(depth, 1));
  }

  /** How a help text is to be indented whose keyword has some depth. */
  public String helpIndentation(int depth) {
    return indentation(depth) + helpUnit;
  }
}
