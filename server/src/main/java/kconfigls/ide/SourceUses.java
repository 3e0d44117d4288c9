package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.Cursor;
import kconfigls.ide.support.Cursors;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.usage.FileUses;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceLanguage;
import kconfigls.usage.SymbolUse;
import kconfigls.usage.UseKind;
import kconfigls.usage.UseScanner;
import kconfigls.vfs.VfsPath;

/** Where the sources of a tree name a symbol: its uses outside Kconfig, and what it builds. */
public final class SourceUses {
  /** A place of a source, with the newest text of it. */
  public record Found(VfsPath file, SourceText source, TextRange range) {}

  private static final String MODULE = "_MODULE";

  private final Semantics semantics;
  private final SourceIndex index;
  private final UseScanner scanner;

  /** The names in sources that stand for the symbol: its own, and that of its value m. */
  private final List<String> names;

  private SourceUses(Semantics semantics, SourceIndex index, String symbol) {
    this.semantics = semantics;
    this.index = index;
    this.scanner = new UseScanner(index.spelling());
    boolean variant =
        !index.spelling().prefixInName() && semantics.definitions(symbol + MODULE).isEmpty();
    this.names = variant ? List.of(symbol, symbol + MODULE) : List.of(symbol);
  }

  /** The symbol that stands at an offset of a document of any kind. */
  public static Optional<String> symbolAt(Semantics semantics, FileCell cell, int offset) {
    return Cursors.at(semantics, cell, offset) instanceof Cursor.SymbolName symbol
        ? Optional.of(symbol.name())
        : Optional.empty();
  }

  /** All uses in files that the editor does not hold as documents, by file and place. */
  public static List<Found> references(
      Semantics semantics, SourceIndex index, String symbol, CancelToken cancel) {
    SourceUses uses = new SourceUses(semantics, index, symbol);
    return uses.in(
        file ->
            file.language() != SourceLanguage.KCONFIG
                && semantics.snapshot().document(file.path()).isEmpty(),
        use -> use.kind() != UseKind.PART,
        cancel);
  }

  /**
   * What implements a symbol: the lines of makefiles that build something for it, then the places
   * in code that ask for it.
   */
  public static List<Found> implementations(
      Semantics semantics, SourceIndex index, String symbol, CancelToken cancel) {
    SourceUses uses = new SourceUses(semantics, index, symbol);
    List<Found> found =
        new ArrayList<>(uses.in(file -> isBuild(file.language()), SourceUses::decides, cancel));
    found.addAll(
        uses.in(
            file -> file.language().isCode() && !isBuild(file.language()),
            SourceUses::decides,
            cancel));
    return found;
  }

  private static boolean isBuild(SourceLanguage language) {
    return language == SourceLanguage.MAKE || language == SourceLanguage.CMAKE;
  }

  private static boolean decides(SymbolUse use) {
    return switch (use.kind()) {
      case CONDITION, VARIANT, VALUE, BARE -> true;
      case LABEL, TEXT, DEFINITION, SETTING, PART -> false;
    };
  }

  private List<Found> in(
      Predicate<FileUses> files, Predicate<SymbolUse> wanted, CancelToken cancel) {
    List<Found> found = new ArrayList<>();
    for (FileUses file : index.files()) {
      if (names.stream().anyMatch(file::names) && files.test(file)) {
        cancel.check();
        text(file.path()).ifPresent(text -> add(file.path(), text, wanted, found));
      }
    }
    return found;
  }

  /** What was read may have changed since. */
  private void add(VfsPath file, SourceText text, Predicate<SymbolUse> wanted, List<Found> found) {
    for (SymbolUse use : scanner.scan(file, text.text())) {
      if (names.contains(use.name()) && wanted.test(use)) {
        found.add(new Found(file, text, use.word()));
      }
    }
  }

  /** The editor's text is the newest. */
  private Optional<SourceText> text(VfsPath path) {
    return semantics
        .snapshot()
        .present(path)
        .filter(FileCell::isOpenInEditor)
        .map(FileCell::source)
        .or(() -> index.texts().text(path).map(SourceText::of));
  }
}
