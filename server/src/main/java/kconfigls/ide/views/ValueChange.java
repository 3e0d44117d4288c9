package kconfigls.ide.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.Dialect;
import kconfigls.expr.Tristate;
import kconfigls.ide.support.ChosenValues;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.syntax.ConfigTree;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.escape.Printable;
import kconfigls.values.Evaluation;
import kconfigls.values.Hindrances;
import kconfigls.values.Value;
import org.jspecify.annotations.Nullable;

/** What comes of giving a symbol another value in a configuration file. */
public final class ValueChange {
  /** A symbol whose value becomes another; null where it is not known. */
  public record Changed(String symbol, @Nullable String from, @Nullable String to, String prompt) {}

  /**
   * A change, and what comes of it.
   *
   * @param edits of the file; empty if it says so already
   * @param reached whether the symbol gets the value
   * @param changes other symbols, in the order of the configuration
   * @param needs the values that would let the symbol have the value; empty if nobody can tell
   */
  public record Preview(
      List<TextEdit> edits,
      @Nullable String from,
      @Nullable String result,
      boolean reached,
      List<Obstacle> obstacles,
      List<Changed> changes,
      Map<String, String> needs) {}

  private final Semantics semantics;
  private final ChosenValues before;
  private final ConfigTree file;
  private final Dialect dialect;
  private final Function<SourceText, Evaluation> evaluator;

  /**
   * @param file the file that is changed
   * @param dialect of the file
   * @param evaluator computes what another text of the file results in
   */
  public ValueChange(
      Semantics semantics,
      ChosenValues before,
      ConfigTree file,
      Dialect dialect,
      Function<SourceText, Evaluation> evaluator) {
    this.semantics = semantics;
    this.before = before;
    this.file = file;
    this.dialect = dialect;
    this.evaluator = evaluator;
  }

  /**
   * A value that the type does not have is refused; empty if it is right.
   *
   * @param value without quotes
   */
  public static String refusal(Symbol symbol, String value) {
    if (symbol.type().isEmpty()) {
      return symbol.name() + " has no type, so it has no value";
    }
    SymbolType type = symbol.type().get();
    boolean fits =
        switch (type) {
          case BOOL -> value.equals("y") || value.equals("n");
          case TRISTATE -> value.equals("y") || value.equals("m") || value.equals("n");
          case INT -> value.matches("-?[0-9]+");
          case HEX -> value.matches("(0[xX])?[0-9a-fA-F]+");
          case STRING, FLOAT -> ConfigEdits.isOneLine(value);
        };
    return fits ? "" : "'" + Printable.line(value) + "' is no value for the type " + type.keyword();
  }

  /**
   * What comes of a value.
   *
   * @param value null to leave the symbol to its defaults
   */
  public Preview preview(Symbol symbol, @Nullable String value) {
    List<TextEdit> edits = edits(file, symbol, value);
    Evaluation after = edits.isEmpty() ? before.evaluation() : outcome(file.source().with(edits));
    Value now = before.evaluation().value(symbol.name());
    Value then = after.value(symbol.name());
    boolean reached = then != null && then.isKnown() && (value == null || same(then, value));
    List<Obstacle> obstacles = new ArrayList<>();
    Map<String, String> needs = new LinkedHashMap<>();
    if (!reached && value != null && then != null) {
      ChosenValues chosen = new ChosenValues(before.model(), before.configuration(), after);
      obstacles.addAll(new Obstacles(semantics, chosen, symbol).of(then, value));
      needs.putAll(needs(symbol, value, then, after));
    }
    return new Preview(
        edits, text(now), text(then), reached, obstacles, changes(symbol, after), needs);
  }

  /** What would let a symbol be what it is asked to be; to be n, it has to be visible. */
  private Map<String, String> needs(Symbol symbol, String value, Value then, Evaluation after) {
    boolean up = value.equals("y") || value.equals("m");
    boolean down = value.equals("n") && then.origin() != Value.Origin.SELECTED;
    if (!up && !down) {
      return Map.of();
    }
    Tristate wanted = value.equals("y") && symbol.is(SymbolType.TRISTATE) ? Tristate.Y : Tristate.M;
    return new Hindrances(before.model(), after).additions(symbol, wanted, true);
  }

  private static boolean same(Value value, String wanted) {
    return value.is(SymbolType.HEX)
        ? bare(value.text()).equalsIgnoreCase(bare(wanted))
        : value.text().equals(wanted);
  }

  private static String bare(String hex) {
    return hex.startsWith("0x") || hex.startsWith("0X") ? hex.substring(2) : hex;
  }

  /** A member of a choice that is to be on takes the place of the one that the file asks for. */
  List<TextEdit> edits(ConfigTree text, Symbol symbol, @Nullable String value) {
    ConfigEdits edits = new ConfigEdits(text, dialect);
    if (value == null) {
      return edits.remove(symbol.name());
    }
    List<TextEdit> all = new ArrayList<>();
    if (value.equals("y")) {
      for (String member : before.evaluation().choice(symbol.name())) {
        if (!member.equals(symbol.name()) && edits.asksForMore(member)) {
          all.addAll(edits.set(member, Optional.of(SymbolType.BOOL), "n"));
        }
      }
    }
    all.addAll(edits.set(symbol.name(), symbol.type(), value));
    return all;
  }

  ChosenValues before() {
    return before;
  }

  /** As it is before the change. */
  ConfigTree file() {
    return file;
  }

  /** What another text of the file results in. */
  Evaluation outcome(SourceText text) {
    return evaluator.apply(text);
  }

  /** What is another value now, but for the symbol itself. */
  List<Changed> changes(Symbol symbol, Evaluation after) {
    List<Changed> changes = new ArrayList<>();
    after
        .configuration()
        .all()
        .forEach(
            then -> {
              Value now = before.evaluation().value(then.symbol());
              boolean same =
                  now != null && String.valueOf(text(now)).equals(String.valueOf(text(then)));
              if (!same && !then.symbol().equals(symbol.name())) {
                changes.add(
                    new Changed(then.symbol(), text(now), text(then), prompt(then.symbol())));
              }
            });
    return changes;
  }

  private static @Nullable String text(@Nullable Value value) {
    return value == null || !value.isKnown() ? null : value.text();
  }

  private String prompt(String name) {
    Symbol symbol = before.model().symbol(name);
    return symbol == null
        ? ""
        : symbol.nodes().stream()
            .flatMap(node -> node.prompt().stream())
            .findFirst()
            .map(Prop.Prompt::text)
            .orElse("");
  }
}
