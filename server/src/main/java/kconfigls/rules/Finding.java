package kconfigls.rules;

import java.util.Comparator;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found.
 *
 * @param message for people, with what is hidden in it escaped
 * @param symbol the symbol it is about, or null
 * @param projects the projects that it holds in; empty for a file of no project
 * @param fixes against the text that it was found in
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    String message,
    @Nullable String symbol,
    Place place,
    List<Related> related,
    List<String> projects,
    Fixes fixes) {
  /** Another place that helps to understand a finding. */
  public record Related(Place place, String message) {
    public Related {
      message = Printable.line(message);
    }
  }

  public Finding {
    message = Printable.line(message);
  }

  /** The same finding at another range of its file. */
  public Finding at(TextRange range) {
    Place moved = new Place(place.file(), range);
    return new Finding(rule, severity, message, symbol, moved, related, projects, fixes);
  }

  /** The same finding in these projects. */
  Finding in(List<String> names) {
    return new Finding(rule, severity, message, symbol, place, related, names, fixes);
  }

  /** By file, position and rule. */
  public static final Comparator<Finding> ORDER = Finding::compare;

  private static int compare(Finding a, Finding b) {
    int order = a.place.compareTo(b.place);
    if (order == 0) {
      order = a.rule.id().compareTo(b.rule.id());
    }
    return order == 0 ? a.message.compareTo(b.message) : order;
  }
}
