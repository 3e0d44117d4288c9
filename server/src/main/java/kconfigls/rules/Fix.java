package kconfigls.rules;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.text.escape.Printable;

/**
 * A change of the text that removes the cause of a finding.
 *
 * @param title for people, an imperative: {@code Replace by 'y'}
 * @param safe whether no value of any configuration changes, or the text means nothing to any
 *     program before; {@code check --fix} applies only such fixes
 * @param edits none of which overlap
 */
public record Fix(String title, boolean safe, List<Edit> edits) {
  /** The replacement of a place's text; an empty range inserts. */
  public record Edit(Place place, String text) {}

  public Fix {
    title = Printable.line(title);
    edits = List.copyOf(edits);
  }

  /** A fix that changes no configuration. */
  public static Fix safe(String title, Edit... edits) {
    return new Fix(title, true, List.of(edits));
  }

  /** A fix that somebody must look at. */
  public static Fix unsafe(String title, Edit... edits) {
    return new Fix(title, false, List.of(edits));
  }
}
