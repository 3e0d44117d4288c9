package kconfigls.ide.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kconfigls.expr.Tristate;
import kconfigls.ide.support.ChosenValues;
import kconfigls.model.Symbol;
import kconfigls.outline.SymbolType;
import kconfigls.syntax.ConfigTree;
import kconfigls.syntax.parse.ConfigParser;
import kconfigls.text.TextEdit;
import kconfigls.values.Evaluation;
import kconfigls.values.Hindrances;
import kconfigls.values.Value;

/** How a symbol can get another value: what to write into a configuration file, tried out. */
public final class ValueWays {
  /**
   * A line to write.
   *
   * @param replaced the line that it takes the place of; empty if it is added
   */
  public record Line(String text, String replaced) {}

  /**
   * What leads to a value.
   *
   * @param value empty for any value, of a number or a text
   * @param lines of the configuration file; empty if no way was found
   * @param obstacles what is in the way; empty if there are lines
   * @param changes symbols beside those of the lines whose values change
   */
  public record Way(
      String value,
      List<Line> lines,
      List<Obstacle> obstacles,
      List<ValueChange.Changed> changes) {}

  private final ValueChange change;
  private final ChosenValues before;
  private final ConfigTree file;

  /**
   * @param change of the file that would be changed
   */
  public ValueWays(ValueChange change) {
    this.change = change;
    this.before = change.before();
    this.file = change.file();
  }

  /** The ways to the other values of a symbol; of a number or a text, to its being visible. */
  public List<Way> of(Symbol symbol) {
    Value now = Objects.requireNonNull(before.evaluation().value(symbol.name()));
    if (now.isLogic()) {
      boolean both = now.is(SymbolType.TRISTATE);
      return ways(symbol, both ? Stream.of("y", "m", "n") : Stream.of("y", "n"), now);
    }
    return now.visible() == Tristate.N ? List.of(toVisible(symbol)) : List.of();
  }

  private List<Way> ways(Symbol symbol, Stream<String> values, Value now) {
    return values
        .filter(value -> !now.isKnown() || !value.equals(now.text()))
        .map(value -> way(symbol, value))
        .toList();
  }

  private Way way(Symbol symbol, String value) {
    ValueChange.Preview preview = change.preview(symbol, value);
    if (preview.reached()) {
      return new Way(value, lines(file, preview.edits()), List.of(), preview.changes());
    }
    Map<String, String> settings = new LinkedHashMap<>(preview.needs());
    settings.put(symbol.name(), value);
    boolean hopeless = preview.needs().isEmpty();
    Way none = new Way(value, List.of(), preview.obstacles(), List.of());
    return hopeless ? none : tried(symbol, settings, v -> v.text().equals(value), none);
  }

  private Way toVisible(Symbol symbol) {
    Hindrances hindrances = new Hindrances(before.model(), before.evaluation());
    Map<String, String> settings = hindrances.additions(symbol, Tristate.M, true);
    Way none = new Way("", List.of(), List.of(), List.of());
    return settings.isEmpty()
        ? none
        : tried(symbol, settings, v -> v.visible() != Tristate.N, none);
  }

  /** The way over settings, which is one only if the configuration really comes out like that. */
  private Way tried(
      Symbol symbol, Map<String, String> settings, Predicate<Value> wanted, Way otherwise) {
    ConfigTree tree = file;
    List<Line> lines = new ArrayList<>();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      Symbol set = Objects.requireNonNull(before.model().symbol(setting.getKey()));
      List<TextEdit> edits = change.edits(tree, set, setting.getValue());
      lines.addAll(lines(tree, edits));
      tree = ConfigParser.parse(tree.source().with(edits));
    }
    Evaluation after = change.outcome(tree.source());
    Value then = after.value(symbol.name());
    if (then == null || !then.isKnown() || !wanted.test(then)) {
      return otherwise;
    }
    List<ValueChange.Changed> changes =
        change.changes(symbol, after).stream()
            .filter(changed -> !settings.containsKey(changed.symbol()))
            .toList();
    return new Way(otherwise.value(), lines, List.of(), changes);
  }

  private static List<Line> lines(ConfigTree tree, List<TextEdit> edits) {
    String text = tree.source().text();
    return edits.stream()
        .map(edit -> new Line(edit.newText().strip(), edit.range().of(text).strip()))
        .toList();
  }
}
