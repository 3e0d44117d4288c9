package kconfigls.ide.refactoring;

import java.util.List;
import kconfigls.text.TextEdit;

/**
 * A change that is offered.
 *
 * @param id tells it from the others of the same place
 * @param edits of the file that it was asked for; they do not overlap
 */
public record Refactoring(String id, Kind kind, String title, List<TextEdit> edits) {
  /** What it does with the text. */
  public enum Kind {
    EXTRACT,
    INLINE,
    REWRITE
  }
}
