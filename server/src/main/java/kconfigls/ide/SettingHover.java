package kconfigls.ide;

import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.expr.Tristate;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Markup;
import kconfigls.text.escape.Phrase;
import kconfigls.values.Evaluation;
import kconfigls.values.Request;
import kconfigls.values.Value;

/** What a line of a configuration file makes of its symbol. */
final class SettingHover {
  private final Evaluation evaluation;
  private final Markup out;

  private SettingHover(Evaluation evaluation, Markup out) {
    this.evaluation = evaluation;
    this.out = out;
  }

  /** Says what the line asks for, what comes of it, and what would be without it. */
  static void write(
      FileCell cell, TextRange name, String symbol, Evaluation evaluation, Markup out) {
    new SettingHover(evaluation, out).write(cell, name, symbol);
  }

  private void write(FileCell cell, TextRange name, String symbol) {
    int line = cell.source().lines().lineOf(name.start());
    Optional<Request> request =
        evaluation.requests().stream().filter(r -> r.symbol().equals(symbol)).findFirst();
    Value value = evaluation.value(symbol);
    if (request.isEmpty() || value == null || !value.isKnown()) {
      return;
    }
    boolean counts =
        request.get().place().source().equals(cell.source())
            && request.get().place().position().line() == line;
    String end = counts ? ")" : "); another line counts, not this one";
    Phrase text =
        Phrase.of(
            Phrase.words("Value: "),
            Phrase.code(value.text()),
            Phrase.words(" (" + reason(value) + end));
    String unasked = request.get().unasked();
    if (counts && unasked != null) {
      text = Phrase.of(text, Phrase.words("; without this line "), Phrase.code(unasked));
    }
    out.paragraph(text);
  }

  private static String reason(Value value) {
    String visible = value.visible() == Tristate.N ? ", not visible" : "";
    return switch (value.origin()) {
      case USER -> "as set" + visible;
      case UNSET -> "not set" + visible;
      case DEFAULT, SELECTED, IMPLIED, CHOICE, ENVIRONMENT -> value.origin().text() + visible;
    };
  }
}
