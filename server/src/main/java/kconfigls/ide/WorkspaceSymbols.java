package kconfigls.ide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.ide.DocumentSymbols.Kind;
import kconfigls.ide.support.Macros;
import kconfigls.ide.support.NameScore;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/** Finds symbols of the whole workspace by parts of their names and prompts. */
public final class WorkspaceSymbols {
  /**
   * A symbol, or a macro variable.
   *
   * @param prompt empty where it has none
   * @param kind by the type of the symbol; {@code VARIABLE} for a macro variable
   */
  public record Match(String name, String prompt, Kind kind, Place place) {}

  /** Either a symbol or a macro variable, which has no prompt. */
  private record Scored(
      String name, @Nullable Symbol symbol, Macros.@Nullable Assigned macro, int score) {
    /** One for each place that is the main one in a project. */
    Stream<Match> matches(Semantics semantics) {
      if (symbol == null) {
        return Stream.of(new Match(name, "", Kind.VARIABLE, Objects.requireNonNull(macro).place()));
      }
      Map<Place, Match> places = new LinkedHashMap<>();
      for (ProjectModel model : semantics.snapshot().models()) {
        Symbol here = model.symbol(name);
        if (here != null) {
          Place place = semantics.name(main(here));
          Kind kind = Kind.of(here.type());
          places.putIfAbsent(place, new Match(name, prompt(here), kind, place));
        }
      }
      return places.values().stream();
    }
  }

  private static final int MOST = 400;

  private WorkspaceSymbols() {}

  /**
   * The best matches first: the name itself, names that begin with the query, that hold it, whose
   * prompts hold it, and at last names with all its letters in order. At most 400.
   */
  public static List<Match> find(Semantics semantics, String query) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    List<Scored> found = new ArrayList<>();
    Map<String, Symbol> symbols = semantics.snapshot().symbols();
    for (Symbol symbol : symbols.values()) {
      int score = NameScore.of(symbol.name(), prompt(symbol), wanted);
      if (score > 0) {
        found.add(new Scored(symbol.name(), symbol, null, score));
      }
    }
    Set<String> seen = new HashSet<>();
    for (Macros.Assigned macro : Macros.all(semantics.snapshot(), any -> true)) {
      String name = macro.assignment().name();
      int score = NameScore.of(name, "", wanted);
      if (score > 0 && !symbols.containsKey(name) && seen.add(name)) {
        found.add(new Scored(name, null, macro, score));
      }
    }
    found.sort(
        Comparator.comparingInt((Scored scored) -> -scored.score())
            .thenComparing(scored -> scored.name().length())
            .thenComparing(Scored::name));
    return found.stream().flatMap(scored -> scored.matches(semantics)).limit(MOST).toList();
  }

  /** The entry that a person means: the first with a prompt. */
  private static MenuNode main(Symbol symbol) {
    for (MenuNode node : symbol.nodes()) {
      if (node.prompt().isPresent()) {
        return node;
      }
    }
    return symbol.nodes().getFirst();
  }

  private static String prompt(Symbol symbol) {
    return main(symbol).prompt().map(Prop.Prompt::text).orElse("");
  }
}
