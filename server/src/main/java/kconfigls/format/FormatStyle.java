package kconfigls.format;

import kconfigls.dialect.Dialect;

/**
 * How a file is laid out: the language page, F.4.
 *
 * @param unit what one level of indentation is: a tab, or blanks
 * @param nested whether what stands in a block is indented; else all statements begin in column 0
 * @param helpUnit what a help text is indented by, beyond {@code help} itself
 * @param blankAfterIf whether a blank line follows {@code if}
 * @param blankBetween whether a blank line stands between entries
 */
public record FormatStyle(
    String unit, boolean nested, String helpUnit, boolean blankAfterIf, boolean blankBetween) {
  public static final FormatStyle KERNEL = new FormatStyle("\t", false, "  ", false, true);
  private static final FormatStyle ZEPHYR = new FormatStyle("\t", false, "  ", true, true);
  private static final FormatStyle ESP_IDF = new FormatStyle("    ", true, "    ", false, true);

  /** The style of a dialect's own trees. */
  public static FormatStyle of(Dialect dialect) {
    return switch (dialect.name()) {
      case "zephyr" -> ZEPHYR;
      case "esp-idf" -> ESP_IDF;
      default -> KERNEL;
    };
  }

  /** The same style with another indentation, as an {@code .editorconfig} may ask for. */
  public FormatStyle withUnit(String other) {
    return new FormatStyle(other, nested, helpUnit, blankAfterIf, blankBetween);
  }

  String indent(int depth) {
    return unit.repeat(depth);
  }
}
