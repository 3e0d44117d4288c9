package kconfigls.ide.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.model.ReverseIndex;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.values.Evaluation;
import kconfigls.values.Hindrances;
import kconfigls.values.Request;
import kconfigls.values.Value;
import org.jspecify.annotations.Nullable;

/** Why a symbol has its value, and why nobody can change it, in words with code in backticks. */
public final class ValueReasons {
  private static final int SHOWN = 3;

  private final ChosenValues values;
  private final Evaluation evaluation;
  private final Symbol symbol;

  public ValueReasons(ChosenValues values, Symbol symbol) {
    this.values = values;
    this.evaluation = values.evaluation();
    this.symbol = symbol;
  }

  /** A known value as people write it. */
  public static String shown(Value value) {
    String text = value.text();
    return value.is(SymbolType.STRING)
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : text;
  }

  /** What the value comes from. */
  public String reason(Value value) {
    if (!value.isKnown()) {
      return "it depends on something that is not known, such as a missing file or a command not"
          + " run";
    }
    return switch (value.origin()) {
      case USER -> set(value);
      case DEFAULT -> byDefault(value);
      case SELECTED -> "selected by " + list(selectors(value));
      case IMPLIED -> "implied by " + list(impliers());
      case CHOICE -> choice();
      case ENVIRONMENT -> "from the environment";
      case UNSET -> unset(value);
    };
  }

  private Optional<Request> request() {
    return evaluation.requests().stream().filter(r -> r.symbol().equals(symbol.name())).findFirst();
  }

  /** A tristate may be held down by what it depends on. */
  private String set(Value value) {
    Request request = request().orElse(null);
    if (request == null) {
      return "set";
    }
    if (request.text().equals("y") && value.text().equals("m")) {
      String why = needs(Tristate.Y);
      return askedFor(request) + (why.isEmpty() ? "" : "; " + why);
    }
    if (!value.isLogic() && !request.text().equals(value.text())) {
      return askedFor(request) + range().map(range -> "; its range is " + range.text()).orElse("");
    }
    List<String> selectors = value.isLogic() ? selectors(value) : List.of();
    return "set in "
        + where(request)
        + (selectors.isEmpty() ? "" : ", and selected by " + list(selectors));
  }

  private static String askedFor(Request request) {
    return "asked to be `" + request.text() + "` in " + where(request);
  }

  /** What is too low for a value, in words; empty if nothing is. */
  private String needs(Tristate wanted) {
    Hindrances hindrances = new Hindrances(values.model(), evaluation);
    return hindrances.missing(symbol, wanted).stream()
        .limit(SHOWN)
        .map(part -> "needs `" + ExprPrinter.print(part) + "`: " + hindrances.values(part))
        .collect(Collectors.joining("; "));
  }

  private static String where(Request request) {
    String file = request.place().file().replace('\\', '/');
    int line = request.place().position().line() + 1;
    return "`" + file.substring(file.lastIndexOf('/') + 1) + ":" + line + "`";
  }

  private String byDefault(Value value) {
    return counting()
        .map(Counting::property)
        .map(
            def -> {
              String condition =
                  def.condition() == null ? "" : " if " + ExprPrinter.print(def.condition());
              return "by `default "
                  + ExprPrinter.print(def.value())
                  + condition
                  + "`"
                  + (isMoved(value, def) ? ", which its range makes " + shown(value) : "");
            })
        .orElse("by default");
  }

  /** Whether the range has made another number of a default. */
  private boolean isMoved(Value value, Prop.Default def) {
    if (value.isLogic() || value.is(SymbolType.STRING) || range().isEmpty()) {
      return false;
    }
    String name = ExprPrinter.print(def.value());
    Value named = evaluation.value(name);
    return !digits(named == null ? name : named.text()).equals(digits(value.text()));
  }

  /** A number without what programs add or leave out. */
  private static String digits(String number) {
    return number.toLowerCase(Locale.ROOT).replaceFirst("^(-?)(0x)?0*(?=.)", "$1");
  }

  /** A default that counts, and its entry. */
  public record Counting(MenuNode node, Prop.Default property) {}

  /** The default that gives the value; empty if something else does. */
  public Optional<Counting> countingDefault(Value value) {
    return value.origin() == Value.Origin.DEFAULT ? counting() : Optional.empty();
  }

  private Optional<Counting> counting() {
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (prop instanceof Prop.Default def && holds(node, def.condition())) {
          return Optional.of(new Counting(node, def));
        }
      }
    }
    return Optional.empty();
  }

  /** A range that counts, and its entry. */
  public record CountingRange(MenuNode node, Prop.Range property) {
    /** The range for people. */
    public String text() {
      return ExprPrinter.print(property.low()) + " to " + ExprPrinter.print(property.high());
    }
  }

  /** The range that a number has to be in; empty for none. */
  public Optional<CountingRange> range() {
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (prop instanceof Prop.Range range && holds(node, range.condition())) {
          return Optional.of(new CountingRange(node, range));
        }
      }
    }
    return Optional.empty();
  }

  private boolean holds(MenuNode node, @Nullable Expr condition) {
    Expr all = Expr.and(node.dependency(), condition == null ? Expr.Y : condition);
    return evaluation.condition(all).filter(worth -> worth != Tristate.N).isPresent();
  }

  /** Those that hold the symbol up now. */
  private List<String> selectors(Value value) {
    return evaluation.selectors(symbol.name()).stream()
        .filter(by -> by.force().filter(force -> force != Tristate.N).isPresent())
        .filter(by -> by.force().filter(force -> force.text().equals(value.text())).isPresent())
        .map(Evaluation.Selector::symbol)
        .distinct()
        .toList();
  }

  private List<String> impliers() {
    List<String> names = new ArrayList<>();
    for (ReverseIndex.Edge edge : values.model().reverse().of(symbol.name())) {
      Symbol by = edge.node().symbol();
      Value value = by == null ? null : evaluation.value(by.name());
      if (edge.select().imply()
          && value != null
          && !value.text().equals("n")
          && holds(edge.node(), edge.select().condition())) {
        names.add(value.symbol());
      }
    }
    return names.stream().distinct().toList();
  }

  private static String list(List<String> names) {
    if (names.isEmpty()) {
      return "another symbol";
    }
    String shown =
        names.stream().limit(SHOWN).map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
  }

  private String choice() {
    return evaluation.choice(symbol.name()).stream()
        .filter(member -> !member.equals(symbol.name()) && isOn(member))
        .findFirst()
        .map(member -> "its choice has `" + member + "`")
        .orElse("chosen");
  }

  private boolean isOn(String member) {
    Value value = evaluation.value(member);
    return value != null && value.text().equals("y");
  }

  private String unset(Value value) {
    Optional<Request> request = request();
    if (request.isPresent() && !request.get().text().equals(value.text())) {
      return askedFor(request.get());
    }
    return "nothing sets it";
  }

  /** Why nobody can change the value; empty if somebody can, or if that is not known. */
  public Optional<String> hidden(Value value) {
    if (value.visible() != Tristate.N || !value.isKnown()) {
      return Optional.empty();
    }
    if (!Hindrances.hasPrompt(symbol)) {
      return Optional.of("it has no prompt");
    }
    String missing = needs(Tristate.M);
    if (missing.isEmpty() && symbol.nodes().stream().anyMatch(node -> node.choice() != null)) {
      return Optional.of("its choice is off");
    }
    if (missing.isEmpty()) {
      return Optional.of(
          symbol.nodes().stream().anyMatch(this::isUncertain)
              ? "whether its prompt is shown is not known, for it depends on something that is not"
                  + " known"
              : "its prompt is hidden");
    }
    return Optional.of(missing);
  }

  /** Whether it is not known if a prompt is shown. */
  private boolean isUncertain(MenuNode node) {
    Prop.Prompt prompt = node.prompt().orElse(null);
    if (prompt == null) {
      return false;
    }
    Expr own = prompt.condition() == null ? Expr.Y : prompt.condition();
    Expr all = Expr.and(Expr.and(node.dependency(), own), node.inheritedVisibility());
    return evaluation.condition(all).isEmpty();
  }
}
