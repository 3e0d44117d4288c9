package kconfigls.ide;

import java.util.Optional;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.Dialect;
import kconfigls.text.escape.Markup;
import kconfigls.usage.SourceIndex;
import kconfigls.vfs.VfsPath;

/** The documentation of a completion item, made when it is asked for. */
public final class SymbolDocs {
  private SymbolDocs() {}

  /**
   * The hover of a symbol as a file sees it; empty if it is not defined.
   *
   * @param label its name as the file spells it
   */
  public static Optional<String> of(
      Semantics semantics, VfsPath file, String label, Markup.Style style) {
    String prefix =
        semantics
            .snapshot()
            .document(file)
            .map(semantics::dialectOf)
            .map(Dialect::prefix)
            .orElse("");
    String name = label.startsWith(prefix) ? label.substring(prefix.length()) : label;
    return semantics
        .symbol(name, file)
        .map(
            found -> {
              Markup out = new Markup(style);
              SymbolHover.write(semantics, found, SourceIndex.NONE, out);
              return out.text();
            });
  }
}
