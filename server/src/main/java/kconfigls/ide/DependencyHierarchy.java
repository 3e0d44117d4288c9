package kconfigls.ide;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Semantics.SymbolIn;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.ide.support.Cursor;
import kconfigls.ide.support.Cursors;
import kconfigls.model.FileInstance;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** The graph of {@code depends on}, {@code select} and {@code imply}, walked step by step. */
public final class DependencyHierarchy {
  /**
   * A symbol.
   *
   * @param detail its type, and how it is related to the one before
   * @param entry the whole entry
   * @param name its name there
   */
  public record Node(String symbol, String detail, Place entry, Place name) {}

  /** A step to another symbol, and the places that say so, all in one file. */
  public record Step(Node node, List<Place> places) {}

  private final Semantics semantics;
  private final ProjectModel model;
  private final Map<String, Relation> relations = new LinkedHashMap<>();
  private final Map<FileInstance, Boolean> named = new IdentityHashMap<>();

  /** How one symbol is related to another. */
  private static final class Relation {
    private final Set<String> words = new LinkedHashSet<>();
    private final List<Place> places = new ArrayList<>();
  }

  private DependencyHierarchy(Semantics semantics, ProjectModel model) {
    this.semantics = semantics;
    this.model = model;
  }

  /** The symbol at an offset; empty if there is none. */
  public static Optional<Node> at(Semantics semantics, FileCell cell, int offset) {
    return Cursors.at(cell.tree(), offset) instanceof Cursor.SymbolName name
        ? semantics
            .symbol(name.name(), cell.path())
            .map(in -> node(semantics, in.symbol(), SymbolType.text(in.symbol().type())))
        : Optional.empty();
  }

  private static Node node(Semantics semantics, Symbol symbol, String detail) {
    MenuNode main = symbol.nodes().getFirst();
    return new Node(
        symbol.name(),
        detail,
        semantics.place(main.file(), main.item().key()),
        semantics.name(main));
  }

  /** The symbols whose entries name this one: what depends on it, selects and implies it. */
  public static List<Step> users(Semantics semantics, String symbol, FileCell cell) {
    Optional<SymbolIn> in = semantics.symbol(symbol, cell.path());
    if (in.isEmpty()) {
      return List.of();
    }
    DependencyHierarchy hierarchy = new DependencyHierarchy(semantics, in.get().model());
    hierarchy.walk(in.get().model().menu(), symbol);
    return hierarchy.steps();
  }

  /** The symbols that its entries name: what it depends on, selects and implies. */
  public static List<Step> uses(Semantics semantics, String symbol, FileCell cell) {
    Optional<SymbolIn> in = semantics.symbol(symbol, cell.path());
    if (in.isEmpty()) {
      return List.of();
    }
    DependencyHierarchy hierarchy = new DependencyHierarchy(semantics, in.get().model());
    for (MenuNode node : in.get().symbol().nodes()) {
      Place name = semantics.name(node);
      symbols(node.inheritedDependency(), other -> hierarchy.add(other, "inherited", name));
      hierarchy.own(node, hierarchy::add);
    }
    return hierarchy.steps();
  }

  /** Takes a symbol that an entry names, how, and where. */
  private interface Sink {
    void add(String other, String word, Place place);
  }

  private void walk(MenuNode node, String wanted) {
    Symbol symbol = node.symbol();
    if (symbol != null && !symbol.name().equals(wanted) && mayName(node, wanted)) {
      own(
          node,
          (other, word, place) -> {
            if (other.equals(wanted)) {
              add(symbol.name(), word, place);
            }
          });
    }
    node.children().forEach(child -> walk(child, wanted));
  }

  private boolean mayName(MenuNode node, String wanted) {
    boolean made = node.item() instanceof Item.Entry entry && entry.macros();
    return made || named.computeIfAbsent(node.file(), file -> holds(file, wanted));
  }

  private boolean holds(FileInstance file, String wanted) {
    return semantics
        .snapshot()
        .present(file.file())
        .filter(cell -> cell.names().holds(wanted))
        .isPresent();
  }

  private void own(MenuNode node, Sink sink) {
    for (Prop prop : node.props()) {
      Place place = semantics.property(node, prop);
      switch (prop) {
        case Prop.Depends depends ->
            symbols(depends.value(), other -> sink.add(other, "depends on", place));
        case Prop.Select select -> {
          String word = (select.imply() ? "implies" : "selects") + suffix(select.condition());
          sink.add(select.target(), word, place);
          condition(select.condition(), select.imply() ? "implies if" : "selects if", place, sink);
        }
        case Prop.Default def -> {
          symbols(def.value(), other -> sink.add(other, "default", place));
          condition(def.condition(), "default if", place, sink);
        }
        case Prop.Prompt prompt -> condition(prompt.condition(), "prompt if", place, sink);
        case Prop.Range range -> {
          symbols(range.low(), other -> sink.add(other, "range", place));
          symbols(range.high(), other -> sink.add(other, "range", place));
          condition(range.condition(), "range if", place, sink);
        }
        default -> {
          // names no symbol
        }
      }
    }
  }

  private static void condition(@Nullable Expr condition, String word, Place place, Sink sink) {
    if (condition != null) {
      symbols(condition, other -> sink.add(other, word, place));
    }
  }

  private static String suffix(@Nullable Expr condition) {
    return condition == null ? "" : " if " + ExprPrinter.print(condition);
  }

  private static void symbols(Expr expr, Consumer<String> sink) {
    switch (expr) {
      case Expr.Symbol symbol -> sink.accept(symbol.name());
      case Expr.Operand operand -> {
        // a constant
      }
      case Expr.Not not -> symbols(not.operand(), sink);
      case Expr.And and -> and.parts().forEach(part -> symbols(part, sink));
      case Expr.Or or -> or.parts().forEach(part -> symbols(part, sink));
      case Expr.Compare compare -> {
        symbols(compare.left(), sink);
        symbols(compare.right(), sink);
      }
    }
  }

  private void add(String other, String word, Place place) {
    if (model.symbol(other) != null) {
      Relation relation = relations.computeIfAbsent(other, k -> new Relation());
      relation.words.add(word);
      if (relation.places.isEmpty() || relation.places.getFirst().file().equals(place.file())) {
        relation.places.add(place);
      }
    }
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    relations.forEach(
        (name, relation) -> {
          Symbol symbol = model.symbol(name);
          if (symbol != null) {
            String detail = String.join("; ", relation.words);
            steps.add(new Step(node(semantics, symbol, detail), List.copyOf(relation.places)));
          }
        });
    return steps;
  }
}
