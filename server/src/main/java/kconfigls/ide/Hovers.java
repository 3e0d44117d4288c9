package kconfigls.ide;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.NearNames;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.support.Cursor;
import kconfigls.ide.support.Cursors;
import kconfigls.ide.support.Macros;
import kconfigls.ide.support.SourceTargets;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Markup;
import kconfigls.text.escape.Phrase;
import kconfigls.usage.SourceIndex;
import kconfigls.values.Evaluation;
import kconfigls.vfs.VfsPath;

/** What is shown when the pointer rests: the language page, F.1. */
public final class Hovers {
  private static final int MAX_ASSIGNMENTS = 5;

  /** The text, in the markup that was asked for, and what it is about. */
  public record Hover(String text, TextRange range) {}

  private Hovers() {}

  /** Empty where there is nothing to say. */
  public static Optional<Hover> at(
      Semantics semantics, FileCell cell, int offset, Markup.Style style) {
    return at(semantics, cell, offset, style, Optional.empty(), SourceIndex.NONE);
  }

  /**
   * The same with values.
   *
   * @param evaluation what the configuration file results in, if that is known
   * @param index the sources of the tree, as far as they are known
   */
  public static Optional<Hover> at(
      Semantics semantics,
      FileCell cell,
      int offset,
      Markup.Style style,
      Optional<Evaluation> evaluation,
      SourceIndex index) {
    return at(semantics, cell, offset, style, evaluation, index, Optional.empty());
  }

  /**
   * The same with the values of the chosen configuration, which are shown where the document has
   * none of its own.
   */
  public static Optional<Hover> at(
      Semantics semantics,
      FileCell cell,
      int offset,
      Markup.Style style,
      Optional<Evaluation> evaluation,
      SourceIndex index,
      Optional<ChosenValues> chosen) {
    Markup out = new Markup(style);
    Cursor cursor = Cursors.at(semantics, cell, offset);
    switch (cursor) {
      case Cursor.SymbolName symbol -> {
        evaluation.ifPresent(
            known -> SettingHover.write(cell, symbol.range(), symbol.name(), known, out));
        if (cell.kind() != DocumentKind.CONFIG) {
          chosen.ifPresent(values -> ValueHover.write(values, symbol.name(), out));
        }
        symbol(semantics, cell, symbol.name(), index, out);
      }
      case Cursor.Path path -> path(semantics, cell, offset, out);
      case Cursor.Macro macro -> macro(semantics, cell, macro.name(), out);
      case Cursor.Word word ->
          KeywordHelp.of(word.keyword()).map(Phrase::prose).ifPresent(out::paragraph);
      case Cursor.Nothing nothing -> {}
    }
    String text = out.text();
    return text.isEmpty() ? Optional.empty() : Optional.of(new Hover(text, cursor.range()));
  }

  private static void symbol(
      Semantics semantics, FileCell cell, String name, SourceIndex index, Markup out) {
    semantics
        .symbol(name, cell.path())
        .ifPresentOrElse(
            found -> SymbolHover.write(semantics, found, index, out),
            () -> {
              if (cell.isKconfig() || isFromKconfig(semantics, cell)) {
                undefined(semantics, cell, name, out);
              }
            });
  }

  /** Whether all names of a document come from Kconfig, and not from its build as well. */
  private static boolean isFromKconfig(Semantics semantics, FileCell cell) {
    return !semantics.projectsOf(cell.path()).isEmpty()
        && (cell.kind() != DocumentKind.SOURCE
            || SymbolSpelling.of(semantics.dialectOf(cell)).complete());
  }

  private static void undefined(Semantics semantics, FileCell cell, String name, Markup out) {
    boolean known =
        !semantics.projectsOf(cell.path()).isEmpty()
            && semantics.snapshot().models().stream().noneMatch(m -> m.gaps().mayDefine(name));
    out.heading(name, known ? "not defined in any project" : "no definition is known");
    List<String> near = NearNames.of(semantics, name);
    if (!near.isEmpty()) {
      out.paragraph(Phrase.of(Phrase.words("Similar names: "), Phrase.list(near)));
    }
  }

  private static void path(Semantics semantics, FileCell cell, int offset, Markup out) {
    List<SourceTargets.Target> targets =
        SourceTargets.of(semantics, cell).stream()
            .filter(target -> target.path().touches(offset))
            .toList();
    if (targets.isEmpty()) {
      out.paragraph(Phrase.words("No file is included here."));
    }
    for (SourceTargets.Target target : targets) {
      out.item(Phrase.code(shown(semantics, cell.path(), target.file())));
    }
  }

  private static String shown(Semantics semantics, VfsPath from, VfsPath file) {
    return semantics
        .projectOf(from)
        .map(model -> file.relativeTo(model.spec().srctree()))
        .orElse(file.text());
  }

  private static void macro(Semantics semantics, FileCell cell, String name, Markup out) {
    List<Macros.Assigned> assigned = Macros.of(semantics, name);
    Optional<String> env =
        semantics.projectOf(cell.path()).map(model -> model.spec().environment().get(name));
    if (assigned.isEmpty() && env.isPresent()) {
      out.heading(name, "environment variable");
      out.block(name + "=" + env.get());
      return;
    }
    if (assigned.isEmpty()) {
      KeywordHelp.ofMacro(name)
          .map(Phrase::prose)
          .ifPresentOrElse(
              out::paragraph,
              () -> {
                out.heading(name, "macro or environment variable");
                out.paragraph(Phrase.words("Its value is not known."));
              });
      return;
    }
    out.heading(name, "macro");
    for (Macros.Assigned one : assigned.subList(0, Math.min(MAX_ASSIGNMENTS, assigned.size()))) {
      out.block(
          one.assignment().name() + " " + one.assignment().op() + " " + one.assignment().value());
      String file = shown(semantics, cell.path(), one.place().file());
      out.item(Phrase.words(file + ":" + semantics.line(one.place())));
    }
  }
}
