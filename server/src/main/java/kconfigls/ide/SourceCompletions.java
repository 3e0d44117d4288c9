package kconfigls.ide;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.ide.Completion.Item;
import kconfigls.ide.Completion.Kind;
import kconfigls.text.TextRange;

/** Completion in sources: names of symbols after their prefix, and nothing else. */
final class SourceCompletions {
  private SourceCompletions() {}

  static Completion at(Semantics semantics, FileCell cell, int offset) {
    TextRange range = Words.at(cell.source().text(), offset);
    String word = cell.source().text().substring(range.start(), offset);
    SymbolSpelling spelling = SymbolSpelling.of(semantics.dialectOf(cell));
    Optional<String> prefix = spelling.prefixes().stream().filter(word::startsWith).findFirst();
    if (prefix.isEmpty()) {
      boolean begun =
          !word.isEmpty() && spelling.prefixes().stream().anyMatch(each -> each.startsWith(word));
      return new Completion(List.of(), range, begun);
    }
    String before = spelling.prefixInName() ? "" : prefix.get();
    return new NameItems(semantics, cell, before, symbol -> 0)
        .of(
            word,
            range,
            symbol -> Item.of(before + symbol.name(), Kind.SYMBOL, SymbolItems.detail(symbol), 0));
  }
}
