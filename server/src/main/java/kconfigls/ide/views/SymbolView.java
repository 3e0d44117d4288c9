package kconfigls.ide.views;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ReverseIndex;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/** What a symbol depends on and what depends on it, each with its condition and its place. */
public final class SymbolView {
  /** How a symbol is related to another. */
  public enum Relation {
    DEPENDS_ON("dependsOn", "depends on"),
    SELECTED_BY("selectedBy", "selected by"),
    IMPLIED_BY("impliedBy", "implied by"),
    SELECTS("selects", "selects"),
    IMPLIES("implies", "implies"),
    DEPENDENTS("neededBy", "needed by");

    private final String id;
    private final String text;

    Relation(String id, String text) {
      this.id = id;
      this.text = text;
    }

    /** Its name in requests. */
    public String id() {
      return id;
    }

    /** Empty for a name that is none. */
    public static Optional<Relation> of(String id) {
      return Stream.of(values()).filter(relation -> relation.id.equals(id)).findFirst();
    }

    /** For people. */
    public String text() {
      return text;
    }
  }

  /**
   * Another symbol.
   *
   * @param condition the whole dependency, or the condition of the line; null where there is none
   * @param inherited whether an enclosing block says so, and not the entry itself
   * @param place of the line that says so
   */
  public record Link(String symbol, @Nullable Expr condition, boolean inherited, Place place) {
    /** The condition in Kconfig's syntax; null where there is none. */
    public @Nullable String conditionText() {
      return condition == null ? null : ExprPrinter.print(condition);
    }
  }

  private final Semantics semantics;
  private final ProjectModel model;
  private final Symbol symbol;

  public SymbolView(Semantics semantics, ProjectModel model, Symbol symbol) {
    this.semantics = semantics;
    this.model = model;
    this.symbol = symbol;
  }

  /** Where it is defined, with a prompt if it has one. */
  public Place place() {
    return semantics.name(
        symbol.nodes().stream()
            .filter(node -> node.prompt().isPresent())
            .findFirst()
            .orElse(symbol.nodes().getFirst()));
  }

  /** The links of one kind in order of inclusion, each symbol once. */
  public List<Link> links(Relation relation) {
    List<Link> links = new ArrayList<>();
    switch (relation) {
      case DEPENDS_ON -> symbol.nodes().forEach(node -> dependencies(node, links));
      case SELECTED_BY -> reverse(false, links);
      case IMPLIED_BY -> reverse(true, links);
      case SELECTS -> symbol.nodes().forEach(node -> selects(node, false, links));
      case IMPLIES -> symbol.nodes().forEach(node -> selects(node, true, links));
      case DEPENDENTS -> dependents(model.menu(), null, links);
    }
    List<Link> each = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Link link : links) {
      if (!link.symbol().equals(symbol.name()) && seen.add(link.symbol())) {
        each.add(link);
      }
    }
    return each;
  }

  private void dependencies(MenuNode node, List<Link> links) {
    own(node, false, links);
    for (MenuNode at = node.parent(); at != null; at = at.parent()) {
      own(at, true, links);
    }
  }

  /** What a statement itself depends on. */
  private void own(MenuNode node, boolean inherited, List<Link> links) {
    if (node.item() instanceof Item.If) {
      Expr condition = node.ownDependency();
      each(
          condition, name -> links.add(new Link(name, condition, inherited, semantics.name(node))));
    }
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Depends depends) {
        Place place = semantics.property(node, prop);
        each(depends.value(), name -> links.add(new Link(name, depends.value(), inherited, place)));
      }
    }
  }

  private void reverse(boolean imply, List<Link> links) {
    for (ReverseIndex.Edge edge : model.reverse().of(symbol.name())) {
      Symbol by = edge.node().symbol();
      if (by != null && edge.select().imply() == imply) {
        Place place = semantics.property(edge.node(), edge.select());
        links.add(new Link(by.name(), edge.select().condition(), false, place));
      }
    }
  }

  private void selects(MenuNode node, boolean imply, List<Link> links) {
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Select select && select.imply() == imply) {
        Place place = semantics.property(node, prop);
        links.add(new Link(select.target(), select.condition(), false, place));
      }
    }
  }

  /**
   * @param around what makes all below depend on the symbol; null as long as nothing does
   */
  private void dependents(MenuNode node, @Nullable Link around, List<Link> links) {
    Link here = around;
    Link own = names(node);
    if (own != null) {
      here = own;
    }
    Symbol other = node.symbol();
    if (other != null && here != null) {
      links.add(new Link(other.name(), here.condition(), own == null, here.place()));
    }
    for (MenuNode child : node.children()) {
      dependents(child, here, links);
    }
  }

  /** The line of a statement that makes it depend on the symbol; null for none. */
  private @Nullable Link names(MenuNode node) {
    if (node.item() instanceof Item.If && mentions(node.ownDependency())) {
      return new Link("", node.ownDependency(), false, semantics.name(node));
    }
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Depends depends && mentions(depends.value())) {
        return new Link("", depends.value(), false, semantics.property(node, prop));
      }
    }
    return null;
  }

  private boolean mentions(Expr expr) {
    boolean[] found = {false};
    expr.forEachOperand(
        operand ->
            found[0] |= operand instanceof Expr.Symbol(String name) && name.equals(symbol.name()));
    return found[0];
  }

  private void each(Expr expr, Consumer<String> sink) {
    expr.forEachOperand(
        operand -> {
          if (operand instanceof Expr.Symbol(String name) && model.symbol(name) != null) {
            sink.accept(name);
          }
        });
  }
}
