package kconfigls.ide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.Completion.Item;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;

/** Offers the symbols of a document's projects under the names that the document has for them. */
final class NameItems {
  private NameItems() {}

  /**
   * The symbols that a word may become.
   *
   * @param word what is written of it
   * @param prefix what stands before each name in the document
   * @param item what is offered for a symbol, if anything
   */
  static List<Item> of(
      Semantics semantics,
      FileCell cell,
      String word,
      String prefix,
      Function<Symbol, Optional<Item>> item) {
    boolean begun = word.length() >= prefix.length() && isStart(prefix, word);
    String name = begun ? word.substring(prefix.length()) : word;
    boolean any = !begun && isStart(word, prefix);
    Map<String, Symbol> found = new LinkedHashMap<>();
    for (ProjectModel model : semantics.projectsOf(cell.path())) {
      for (Map.Entry<String, Symbol> entry : model.symbols().entrySet()) {
        if (any || isStart(name, entry.getKey())) {
          found.putIfAbsent(entry.getKey(), entry.getValue());
        }
      }
    }
    return found.values().stream().map(item).flatMap(Optional::stream).toList();
  }

  private static boolean isStart(String start, String text) {
    return text.regionMatches(true, 0, start, 0, start.length());
  }
}
