package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.support.ValueReasons;
import kconfigls.model.Symbol;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Phrase;
import kconfigls.values.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the chosen configuration makes of a file's entries: their values, and the defaults that
 * count.
 */
final class ValueHints {
  private final ChosenValues chosen;
  private final FileCell cell;
  private final TextRange range;
  private final List<InlayHints.Hint> hints = new ArrayList<>();

  private ValueHints(ChosenValues chosen, FileCell cell, TextRange range) {
    this.chosen = chosen;
    this.cell = cell;
    this.range = range;
  }

  /** The hints of a range; none in a file that the chosen project does not include. */
  static List<InlayHints.Hint> of(ChosenValues chosen, FileCell cell, TextRange range) {
    if (!chosen.model().includes(cell.path())) {
      return List.of();
    }
    ValueHints hints = new ValueHints(chosen, cell, range);
    TreeWalk.statements(
        cell.tree().statements(),
        statement -> {
          if (statement instanceof Statement.Entry entry && touches(range, entry.range())) {
            hints.entry(entry, entry.name());
          }
        });
    return hints.hints;
  }

  private static boolean touches(TextRange range, TextRange entry) {
    return entry.start() <= range.end() && range.start() <= entry.end();
  }

  private void entry(Statement.Entry entry, @Nullable Term name) {
    if (name == null) {
      return;
    }
    Symbol symbol = chosen.model().symbol(name.text());
    Value value = chosen.evaluation().value(name.text());
    if (symbol == null || value == null || !value.isKnown()) {
      return;
    }
    ValueReasons reasons = new ValueReasons(chosen, symbol);
    String reason = Phrase.prose(reasons.reason(value)).plain();
    add(name.range().end(), " = " + ValueReasons.shown(value), reason);
    reasons
        .countingDefault(value)
        .filter(counting -> counting.node().file().file().equals(cell.path()))
        .map(counting -> cell.positions().range(counting.property().key()).start())
        .flatMap(offset -> attributeAt(entry, offset))
        .ifPresent(
            line ->
                add(
                    line.range().end(),
                    " counts",
                    chosen.model().spec().name() + " with " + chosen.configuration()));
  }

  private static Optional<Attribute> attributeAt(Statement.Entry entry, int offset) {
    return entry.attributes().stream().filter(line -> line.range().touches(offset)).findFirst();
  }

  private void add(int offset, String label, String tooltip) {
    if (range.touches(offset)) {
      hints.add(new InlayHints.Hint(offset, label, tooltip));
    }
  }
}
