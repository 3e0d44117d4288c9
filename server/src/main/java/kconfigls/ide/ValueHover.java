package kconfigls.ide;

import java.util.Optional;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.support.ValueReasons;
import kconfigls.model.Symbol;
import kconfigls.text.escape.Markup;
import kconfigls.text.escape.Phrase;
import kconfigls.values.Value;

/** What a symbol is under the chosen configuration, and why: one line or two. */
final class ValueHover {
  private ValueHover() {}

  /** Says nothing of a symbol that the chosen project does not define. */
  static void write(ChosenValues chosen, String name, Markup out) {
    Symbol symbol = chosen.model().symbol(name);
    Value value = chosen.evaluation().value(name);
    if (symbol == null || value == null) {
      return;
    }
    ValueReasons reasons = new ValueReasons(chosen, symbol);
    String what = value.isKnown() ? ValueReasons.shown(value) : "unknown";
    String where = chosen.model().spec().name() + " with " + chosen.configuration();
    out.paragraph(
        Phrase.of(
            Phrase.words("Value in " + where + ": "),
            Phrase.code(what),
            Phrase.prose(" – " + reasons.reason(value))));
    Optional<String> hidden = reasons.hidden(value);
    hidden.ifPresent(why -> out.paragraph(Phrase.prose("Not visible: " + why)));
  }
}
