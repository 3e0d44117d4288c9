package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Semantics.SymbolIn;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.ide.RenamedFile.Edit;
import kconfigls.ide.RenamedFile.Group;
import kconfigls.model.MenuNode;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.LineIndex;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.usage.SourceIndex;
import kconfigls.vfs.VfsPath;

/**
 * What a project has to keep users' configurations that set a symbol by its old name: a {@code
 * transitional} entry (Linux 6.18), or a line of {@code sdkconfig.rename} (ESP-IDF).
 */
final class OldNames {
  private static final String RENAMES = "sdkconfig.rename";

  private final Semantics semantics;
  private final SymbolIn symbol;
  private final String newName;

  private OldNames(Semantics semantics, SymbolIn symbol, String newName) {
    this.semantics = semantics;
    this.symbol = symbol;
    this.newName = newName;
  }

  /** The edits by file, in order of the text; none where the project has no such thing. */
  static Map<VfsPath, List<Edit>> in(
      Semantics semantics, FileCell cell, String name, String newName) {
    return semantics
        .symbol(name, cell.path())
        .filter(found -> isSure(dialect(found)) && dialect(found).has(Feature.TRANSITIONAL))
        .map(found -> new OldNames(semantics, found, newName).transitional())
        .orElse(Map.of());
  }

  /** The changed file of renames beside the symbol's first entry; empty if there is none. */
  static Optional<RenamedFile> renames(
      Semantics semantics, FileCell cell, String name, String newName, SourceIndex index) {
    Optional<SymbolIn> found = semantics.symbol(name, cell.path());
    if (found.isEmpty()
        || !isSure(dialect(found.get()))
        || !dialect(found.get()).has(Feature.SDKCONFIG)) {
      return Optional.empty();
    }
    VfsPath folder = found.get().symbol().nodes().getFirst().file().file().parent();
    if (folder == null) {
      return Optional.empty();
    }
    VfsPath file = folder.resolve(RENAMES);
    String prefix = dialect(found.get()).prefix();
    return text(semantics, index, file)
        .map(
            source -> {
              String start = source.text().isEmpty() || source.text().endsWith("\n") ? "" : "\n";
              String line = start + prefix + name + " " + prefix + newName + "\n";
              Edit edit = new Edit(TextRange.at(source.length()), line, Group.OLD_NAME);
              return new RenamedFile(file, source, List.of(edit));
            });
  }

  /** A program that is not known may well refuse what another has. */
  private static boolean isSure(Dialect dialect) {
    return !dialect.has(Feature.LENIENT);
  }

  private static Dialect dialect(SymbolIn symbol) {
    return symbol.model().spec().dialect();
  }

  private static Optional<SourceText> text(Semantics semantics, SourceIndex index, VfsPath file) {
    return semantics
        .snapshot()
        .present(file)
        .map(FileCell::source)
        .or(() -> index.texts().text(file).map(SourceText::of));
  }

  private Map<VfsPath, List<Edit>> transitional() {
    Map<VfsPath, List<Edit>> edits = new TreeMap<>();
    Optional<SymbolType> type = symbol.symbol().type().filter(SymbolType::isLogic);
    boolean already =
        symbol.symbol().nodes().stream()
            .flatMap(node -> node.props().stream())
            .anyMatch(Prop.Flag.class::isInstance);
    MenuNode first = symbol.symbol().nodes().getFirst();
    FileCell cell = semantics.snapshot().present(first.file().file()).orElseThrow();
    if (type.isPresent() && !already && first.choice() == null) {
      entry(cell, first)
          .ifPresent(entry -> edits.put(cell.path(), around(cell.source(), entry, type.get())));
    }
    return edits;
  }

  private Optional<Statement.Entry> entry(FileCell cell, MenuNode node) {
    TextRange range = cell.positions().range(node.item().key());
    List<Statement.Entry> found = new ArrayList<>(1);
    TreeWalk.statements(
        cell.tree().statements(),
        statement -> {
          if (statement instanceof Statement.Entry entry && entry.range().equals(range)) {
            found.add(entry);
          }
        });
    return found.stream().findFirst();
  }

  /** The old value is the new symbol's first default, and the old entry follows the new one. */
  private List<Edit> around(SourceText source, Statement.Entry entry, SymbolType type) {
    LineIndex lines = source.lines();
    Optional<Attribute> typed =
        entry.attributes().stream().filter(Attribute.Type.class::isInstance).findFirst();
    if (typed.isEmpty()) {
      return List.of();
    }
    String old = symbol.symbol().name();
    boolean others =
        symbol.symbol().nodes().stream()
            .flatMap(node -> node.props().stream())
            .anyMatch(Prop.Default.class::isInstance);
    int after = lines.start(lines.lineOf(typed.get().range().start()) + 1);
    int end = lines.start(lines.lineOf(entry.range().end()) + 1);
    String value = "\tdefault " + old + (others ? " if " + old : "") + "\n";
    String kept =
        "\nconfig "
            + old
            + "\n\t"
            + type.keyword()
            + "\n\ttransitional\n\thelp\n\t  The old name of "
            + newName
            + ", for configurations that have it.\n";
    return List.of(
        new Edit(TextRange.at(after), inLinesOf(source, value), Group.OLD_NAME),
        new Edit(TextRange.at(end), inLinesOf(source, kept), Group.OLD_NAME));
  }

  private static String inLinesOf(SourceText source, String text) {
    return source.text().contains("\r\n") ? text.replace("\n", "\r\n") : text;
  }
}
