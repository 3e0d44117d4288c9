package kconfigls.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.support.ValueReasons;
import kconfigls.ide.views.Obstacle;
import kconfigls.ide.views.ValueChange.Changed;
import kconfigls.ide.views.ValueWays.Line;
import kconfigls.ide.views.ValueWays.Way;
import kconfigls.model.MenuNode;
import kconfigls.model.Symbol;
import kconfigls.outline.SymbolType;
import kconfigls.values.Value;
import org.jspecify.annotations.Nullable;

/** Prints what {@code why} says of a symbol. */
final class WhyText {
  private static final int CHANGES_SHOWN = 5;

  private final Semantics semantics;
  private final ChosenValues values;
  private final Set<String> assumed;
  private final PrintWriter out;

  /**
   * @param values whose configuration has an empty name if there is no file
   * @param assumed the names of the symbols whose values the user gave
   */
  WhyText(Semantics semantics, ChosenValues values, Set<String> assumed, PrintWriter out) {
    this.semantics = semantics;
    this.values = values;
    this.assumed = assumed;
    this.out = out;
  }

  void print(Symbol symbol, List<Way> ways) {
    Value value = Objects.requireNonNull(values.evaluation().value(symbol.name()));
    ValueReasons reasons = new ValueReasons(values, symbol);
    String file = values.configuration();
    String shown = value.isKnown() ? ValueReasons.shown(value) : "unknown";
    String is = shown.isEmpty() ? " has no value" : " is " + shown;
    String with = file.isEmpty() ? " without a configuration file" : " with " + file;
    String where = " in " + values.model().spec().name() + with;
    boolean given = assumed.contains(symbol.name());
    String why = given ? "given by --assume" : reasons.reason(value);
    out.println(
        symbol.name() + " (" + SymbolType.text(value.type()) + ")" + is + where + ": " + why);
    reasons.hidden(value).ifPresent(hidden -> out.println("  not visible: " + hidden));
    symbol.nodes().forEach(this::definition);
    if (!shown.isEmpty()) {
      reasons.range().ifPresent(range -> out.println("  its range is " + range.text()));
    }
    if (symbol.isTransitional()) {
      out.println("  transitional: it is read from old configurations and never written");
    }
    if (ways.isEmpty() && !given) {
      out.println();
      out.println("it is visible: any value that its type and its range allow can be set");
    }
    ways.forEach(this::print);
  }

  private void definition(MenuNode node) {
    String prompt = node.prompt().map(p -> " \"" + p.text() + '"').orElse(" without a prompt");
    List<String> menus = node.menuPath();
    String where = menus.isEmpty() ? "" : ", in " + String.join(" -> ", menus);
    out.println("  " + place(semantics.name(node)) + ":" + prompt + where);
  }

  private String place(Place place) {
    String file = place.file().relativeTo(values.model().spec().srctree());
    return file + ":" + semantics.line(place);
  }

  private void print(Way way) {
    String aim = way.value().isEmpty() ? "to see and set it" : "to make it " + way.value();
    if (!way.lines().isEmpty()) {
      String file = values.configuration();
      out.println();
      out.println(aim + ", write" + (file.isEmpty() ? "" : " into " + file));
      way.lines().forEach(line -> out.println("  " + line.text() + inPlaceOf(line)));
      changes(way.changes());
    } else if (!way.obstacles().isEmpty()) {
      out.println();
      out.println(aim + ", something else has to change first:");
      way.obstacles().forEach(this::obstacle);
    }
  }

  private static String inPlaceOf(Line line) {
    return line.replaced().isEmpty() ? "" : "  (in place of " + line.replaced() + ")";
  }

  private void obstacle(Obstacle obstacle) {
    Place place = obstacle.place();
    out.println("  " + obstacle.message() + (place == null ? "" : " (" + place(place) + ")"));
  }

  private void changes(List<Changed> others) {
    if (others.isEmpty()) {
      return;
    }
    String shown =
        others.stream()
            .limit(CHANGES_SHOWN)
            .map(c -> c.symbol() + " from " + text(c.from()) + " to " + text(c.to()))
            .collect(Collectors.joining(", "));
    String more = others.size() > CHANGES_SHOWN ? ", …" : "";
    String count = others.size() == 1 ? "one other: " : others.size() + " others: ";
    out.println("which changes " + count + shown + more);
  }

  private static String text(@Nullable String value) {
    if (value == null) {
      return "unknown";
    }
    return value.isEmpty() ? "\"\"" : value;
  }
}
