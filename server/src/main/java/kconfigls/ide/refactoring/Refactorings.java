package kconfigls.ide.refactoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Dialects;
import kconfigls.dialect.LayoutStyle;
import kconfigls.syntax.Reading;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** The refactorings that a selection allows; each leaves the file with the meaning that it has. */
public final class Refactorings {
  private Refactorings() {}

  /** Those for a selection of a Kconfig file; none for other documents. */
  public static List<Refactoring> of(Semantics semantics, FileCell cell, TextRange selection) {
    if (!cell.isKconfig()) {
      return List.of();
    }
    Dialect dialect =
        semantics
            .projectOf(cell.path())
            .map(model -> model.spec().dialect())
            .orElse(Dialects.lenient());
    LayoutStyle style = LayoutStyle.of(dialect);
    Reading reading = semantics.snapshot().reading();
    Site site = new Site(cell.tree(), selection, style, reading);
    List<Refactoring> all = new ArrayList<>();
    ExtractIf.at(site).ifPresent(all::add);
    InlineIf.at(site).ifPresent(all::add);
    Optional<Statement.Entry> entry = site.entry();
    if (entry.isPresent()) {
      EntryRewrites rewrites = new EntryRewrites(site, entry.get());
      if (dialect.hasTypedDefaults()) {
        rewrites.join().ifPresent(all::add);
      }
      rewrites.split().ifPresent(all::add);
      rewrites.sortSelects().ifPresent(all::add);
      rewrites.addHelp().ifPresent(all::add);
    }
    return all;
  }
}
