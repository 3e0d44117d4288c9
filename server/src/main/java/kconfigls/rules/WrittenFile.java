package kconfigls.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/**
 * A file of the projects as it is written, which is looked at once however often it is included.
 * Its macros are not expanded; the way from its outline to its tree is for faults only, for trees
 * may have to be parsed again.
 */
public record WrittenFile(FileCell cell, SymbolTypes types) {
  /** Hands each statement of each file of the selected projects to the consumer, blocks first. */
  public static void forEachItem(CheckedProjects projects, BiConsumer<WrittenFile, Item> consumer) {
    for (VfsPath path : projects.files()) {
      Optional<FileCell> cell = projects.semantics().snapshot().present(path);
      if (cell.isPresent()) {
        projects.cancel().check();
        WrittenFile file = new WrittenFile(cell.get(), projects.types(path));
        visit(file, cell.get().outlined().outline().items(), consumer);
      }
    }
  }

  private static void visit(
      WrittenFile file, List<Item> items, BiConsumer<WrittenFile, Item> consumer) {
    for (Item item : items) {
      consumer.accept(file, item);
      switch (item) {
        case Item.Choice choice -> visit(file, choice.items(), consumer);
        case Item.Menu menu -> visit(file, menu.items(), consumer);
        case Item.If block -> visit(file, block.items(), consumer);
        case Item.Entry entry -> {}
        case Item.Comment comment -> {}
        case Item.Source source -> {}
        case Item.Assignment assignment -> {}
        case Item.MacroLine line -> {}
        case Item.MainMenu mainMenu -> {}
      }
    }
  }

  /** Hands each property of each entry to the consumer. */
  public static void forEachProperty(CheckedProjects projects, PropertyConsumer consumer) {
    forEachItem(
        projects,
        (file, item) -> {
          if (item instanceof Item.Entry entry) {
            for (Prop prop : entry.props()) {
              consumer.accept(file, entry, prop);
            }
          }
        });
  }

  /** Takes a property of an entry. */
  public interface PropertyConsumer {
    void accept(WrittenFile file, Item.Entry entry, Prop prop);
  }

  public static List<Prop> properties(Item item) {
    return switch (item) {
      case Item.Entry entry -> entry.props();
      case Item.Choice choice -> choice.props();
      case Item.Menu menu -> menu.props();
      case Item.Comment comment -> comment.props();
      case Item.If block -> List.of();
      case Item.Source source -> List.of();
      case Item.Assignment assignment -> List.of();
      case Item.MacroLine line -> List.of();
      case Item.MainMenu mainMenu -> List.of();
    };
  }

  /** Whether text holds a macro or the like, so that its value is not literal. */
  public static boolean isMacro(String text) {
    return text.indexOf('$') >= 0;
  }

  /** The type of an entry's symbol; empty for none, and for a name made by a macro. */
  public Optional<SymbolType> type(Item.Entry entry) {
    return isMacro(entry.name()) ? Optional.empty() : types.of(entry.name());
  }

  public VfsPath path() {
    return cell.path();
  }

  public Place place(int key) {
    return place(cell.positions().range(key));
  }

  public Place place(TextRange range) {
    return new Place(cell.path(), range);
  }

  /** The line that a property was made of. */
  public Optional<Attribute> attribute(Prop prop) {
    return Nodes.attributeAt(cell.tree(), cell.positions().range(prop.key()).start());
  }

  private static boolean holds(TextRange range, int offset) {
    return range.start() <= offset && offset < range.end();
  }

  /** The condition of a block as written. */
  Optional<ExprNode> condition(Item.If block) {
    return condition(cell.tree().statements(), cell.positions().range(block.key()));
  }

  private static Optional<ExprNode> condition(List<Statement> statements, TextRange range) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.If block && block.range().equals(range)) {
        return Optional.ofNullable(block.condition());
      }
      if (statement instanceof Statement.Block block && holds(block.range(), range.start())) {
        return condition(block.body(), range);
      }
    }
    return Optional.empty();
  }
}
