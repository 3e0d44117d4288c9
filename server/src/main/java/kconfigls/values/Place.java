package kconfigls.values;

import kconfigls.text.LinePosition;
import kconfigls.text.PositionEncoding;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;

/**
 * A place in a configuration file.
 *
 * @param file the file's name for people
 */
public record Place(String file, SourceText source, TextRange range) {
  /** Where it begins; line and column from 0, the column in UTF-16. */
  public LinePosition position() {
    return source.lines().position(range.start(), PositionEncoding.UTF16);
  }
}
