package kconfigls.format;

import java.util.Map;
import kconfigls.dialect.LayoutStyle;

/**
 * How a file is to be formatted: the style of its project, and what an {@code .editorconfig} adds.
 *
 * @param isUnitFixed whether nothing but the style's unit may indent
 * @param trims whether blanks at the ends of lines go away
 * @param endsFile whether the last line gets a newline
 * @param endsLinesInLf whether carriage returns at the ends of lines go away
 */
public record FormatOptions(
    LayoutStyle style,
    boolean isUnitFixed,
    boolean trims,
    boolean endsFile,
    boolean endsLinesInLf) {
  private static final int MOST_BLANKS = 16;

  /** A style, and nothing else asked for. */
  public static FormatOptions of(LayoutStyle style) {
    return new FormatOptions(style, style.isStrict(), true, true, false);
  }

  /** The same for lines that are new. */
  FormatOptions toTheLetter() {
    LayoutStyle letter = style.toTheLetter();
    boolean isFixed = isUnitFixed || letter.isStrict();
    return new FormatOptions(letter, isFixed, trims, endsFile, endsLinesInLf);
  }

  /**
   * With the properties of an {@code .editorconfig}; those without a meaning here count nothing.
   */
  public FormatOptions with(Map<String, String> properties) {
    String unit = unit(properties);
    boolean isOther = !unit.equals(style.unit());
    return new FormatOptions(
        isOther ? style.withUnit(unit) : style,
        isUnitFixed || isOther,
        !"false".equals(properties.get("trim_trailing_whitespace")),
        !"false".equals(properties.get("insert_final_newline")),
        "lf".equals(properties.get("end_of_line")));
  }

  private String unit(Map<String, String> properties) {
    boolean isSpaces = !style.unit().startsWith("\t");
    String kind = properties.getOrDefault("indent_style", isSpaces ? "space" : "tab");
    if (kind.equals("tab")) {
      return "\t";
    }
    if (!kind.equals("space")) {
      return style.unit();
    }
    String size = properties.getOrDefault("indent_size", "tab");
    String width = size.equals("tab") ? properties.getOrDefault("tab_width", "") : size;
    if (!width.matches("\\d{1,2}")) {
      return isSpaces ? style.unit() : " ".repeat(style.tabWidth());
    }
    return " ".repeat(Math.clamp(Integer.parseInt(width), 1, MOST_BLANKS));
  }
}
