package kconfigls.ide.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.model.ProjectModel;
import kconfigls.syntax.ConfigLine;
import kconfigls.syntax.RenameTree;
import kconfigls.syntax.parse.RenameParser;
import kconfigls.text.TextRange;
import kconfigls.usage.SymbolUse;
import kconfigls.usage.UseKind;
import kconfigls.usage.UseScanner;

/** The names of symbols in a document that is no Kconfig file. */
public final class SymbolNames {
  private static final String MODULE = "_MODULE";

  /**
   * A name.
   *
   * @param symbol the symbol that it stands for
   * @param name where the name stands, without the prefix
   * @param word the same with the prefix
   */
  public record Named(String symbol, TextRange name, TextRange word) {}

  private final Semantics semantics;
  private final FileCell cell;
  private final Dialect dialect;
  private final List<ProjectModel> models;
  private final String text;
  private final List<Named> found = new ArrayList<>();

  private SymbolNames(Semantics semantics, FileCell cell) {
    this.semantics = semantics;
    this.cell = cell;
    this.dialect = semantics.dialectOf(cell);
    this.models = semantics.projectsOf(cell.path());
    this.text = cell.source().text();
  }

  /** All of them in order of the text; none of a Kconfig file. */
  public static List<Named> of(Semantics semantics, FileCell cell) {
    SymbolNames names = new SymbolNames(semantics, cell);
    switch (cell.kind()) {
      case KCONFIG, TOO_LARGE -> {
        // those of Kconfig are in its tree
      }
      case CONFIG -> names.configuration();
      case RENAMES -> names.renames();
      case SOURCE -> names.source();
    }
    return List.copyOf(names.found);
  }

  /** The one at an offset. */
  public static Optional<Named> at(Semantics semantics, FileCell cell, int offset) {
    return of(semantics, cell).stream().filter(named -> named.word().touches(offset)).findFirst();
  }

  /**
   * The prefix of the names in a configuration file; empty if its names are those of another tree's
   * symbols.
   */
  public static Optional<String> prefix(Semantics semantics, FileCell cell) {
    Dialect dialect = semantics.dialectOf(cell);
    String own = ConfigFiles.dialect(cell.path().text(), dialect).prefix();
    return Optional.of(own).filter(dialect.prefix()::equals);
  }

  private void configuration() {
    Optional<String> prefix = prefix(semantics, cell);
    if (prefix.isEmpty()) {
      return;
    }
    for (ConfigLine line : cell.configTree().lines()) {
      switch (line) {
        case ConfigLine.Assignment assignment -> add(assignment.name(), prefix.get());
        case ConfigLine.NotSet notSet -> add(notSet.name(), prefix.get());
        case ConfigLine.Include include -> {}
        case ConfigLine.Comment comment -> {}
        case ConfigLine.Blank blank -> {}
        case ConfigLine.Other other -> {}
      }
    }
  }

  private void renames() {
    for (RenameTree.Rename rename : RenameParser.parse(cell.source()).renames()) {
      add(rename.oldName(), dialect.prefix());
      add(rename.newName(), dialect.prefix());
    }
  }

  private void add(TextRange range, String prefix) {
    String word = range.of(text).stripTrailing();
    if (word.startsWith(prefix) && word.length() > prefix.length()) {
      int start = range.start() + prefix.length();
      TextRange name = new TextRange(start, range.start() + word.length());
      found.add(new Named(name.of(text), name, new TextRange(range.start(), name.end())));
    }
  }

  private void source() {
    SymbolSpelling spelling = SymbolSpelling.of(dialect);
    for (SymbolUse use : new UseScanner(spelling).scan(cell.path(), text)) {
      if (use.kind() != UseKind.PART && use.kind() != UseKind.BARE) {
        boolean together = use.word().of(text).chars().allMatch(SymbolNames::isWord);
        TextRange word = together ? use.word() : use.range();
        found.add(new Named(symbol(use, spelling), use.range(), word));
      }
    }
  }

  private static boolean isWord(int c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /** {@code X_MODULE} says that X is m, unless there is a symbol of that name; so do variants. */
  private String symbol(SymbolUse use, SymbolSpelling spelling) {
    String name = use.name();
    if (isDefined(name)) {
      return name;
    }
    if (name.endsWith(MODULE)) {
      String stem = name.substring(0, name.length() - MODULE.length());
      return isDefined(stem) ? stem : name;
    }
    return use.kind() == UseKind.VARIANT
        ? spelling.variants().stream()
            .map(variant -> variant + name)
            .filter(this::isDefined)
            .findFirst()
            .orElse(name)
        : name;
  }

  private boolean isDefined(String name) {
    return models.stream().anyMatch(model -> model.symbol(name) != null);
  }
}
