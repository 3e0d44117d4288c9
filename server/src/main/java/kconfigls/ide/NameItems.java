package kconfigls.ide;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.Completion.Item;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.text.TextRange;

/**
 * Offers the symbols of a document's projects under the names that the document has for them. Of
 * very many only the best become items.
 */
final class NameItems {
  /** The rank of a symbol that is not offered. */
  static final int NEVER = -1;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::rank).thenComparing(Candidate::name);

  private record Candidate(int rank, String name, Symbol symbol) {}

  private final List<ProjectModel> models;
  private final String prefix;
  private final ToIntFunction<Symbol> rank;

  /**
   * @param prefix what stands before each name in the document
   * @param rank of a symbol, or {@link #NEVER}
   */
  NameItems(Semantics semantics, FileCell cell, String prefix, ToIntFunction<Symbol> rank) {
    this.models = semantics.projectsOf(cell.path());
    this.prefix = prefix;
    this.rank = rank;
  }

  /**
   * The symbols that a word may become.
   *
   * @param word what is written of it
   * @param item what is offered for a symbol
   */
  Completion of(String word, TextRange replace, Function<Symbol, Item> item) {
    PriorityQueue<Candidate> best = new PriorityQueue<>(BEST_FIRST.reversed());
    boolean more = false;
    Set<String> seen = new HashSet<>();
    for (ProjectModel model : models) {
      for (Map.Entry<String, Symbol> entry : model.symbols().entrySet()) {
        String name = entry.getKey();
        boolean fits = fits(word, name) && (models.size() == 1 || seen.add(name));
        int place = fits ? rank.applyAsInt(entry.getValue()) : NEVER;
        if (place != NEVER) {
          best.add(new Candidate(place, name, entry.getValue()));
        }
        if (best.size() > Completions.MAX_ITEMS) {
          best.remove();
          more = true;
        }
      }
    }
    List<Item> items = best.stream().sorted(BEST_FIRST).map(Candidate::symbol).map(item).toList();
    return new Completion(items, replace, more);
  }

  /** Whether a name begins with a word that may lack the prefix, or may be a part of it. */
  private boolean fits(String word, String name) {
    if (isStart(prefix, word)) {
      int length = word.length() - prefix.length();
      return name.regionMatches(true, 0, word, prefix.length(), length);
    }
    return isStart(word, prefix) || isStart(word, name);
  }

  private static boolean isStart(String start, String text) {
    return text.regionMatches(true, 0, start, 0, start.length());
  }
}
