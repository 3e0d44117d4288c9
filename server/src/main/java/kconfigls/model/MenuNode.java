package kconfigls.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kconfigls.expr.Expr;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** A statement of one file instance in the menu tree, with macros expanded. */
public final class MenuNode {
  private final Item item;
  private final FileInstance file;
  private final @Nullable MenuNode parent;
  private final @Nullable Symbol symbol;
  private final List<Prop> props;
  private final Expr condition;
  private List<MenuNode> children = List.of();

  /** Kept for blocks, whose entries all ask for it; whichever thread is first, it is the same. */
  private volatile @Nullable Expr dependency;

  MenuNode(
      Item item,
      FileInstance file,
      @Nullable MenuNode parent,
      @Nullable Symbol symbol,
      List<Prop> props,
      Expr condition) {
    this.item = item;
    this.file = file;
    this.parent = parent;
    this.symbol = symbol;
    this.props = props;
    this.condition = condition;
  }

  void add(MenuNode child) {
    if (children.isEmpty()) {
      // most nodes are leaves, and there are many
      children = new ArrayList<>(4);
    }
    children.add(child);
  }

  /** The statement in the file's outline, where its macros are not expanded. */
  public Item item() {
    return item;
  }

  public FileInstance file() {
    return file;
  }

  /** The enclosing menu, choice, {@code if} or root; null for the root. */
  public @Nullable MenuNode parent() {
    return parent;
  }

  /** How many blocks enclose this statement, over all files. */
  int depth() {
    int depth = 0;
    for (MenuNode at = parent; at != null; at = at.parent) {
      depth++;
    }
    return depth;
  }

  /** The prompts of the menus around this statement, the outermost first. */
  public List<String> menuPath() {
    List<String> path = new ArrayList<>();
    for (MenuNode at = parent; at != null; at = at.parent) {
      if (at.item instanceof Item.Menu menu) {
        path.addFirst(menu.prompt());
      }
    }
    return path;
  }

  /** The symbol that this entry defines; null for anything but an entry. */
  public @Nullable Symbol symbol() {
    return symbol;
  }

  /** Whether this is Zephyr's {@code configdefault}: its defaults count, and widen nothing. */
  public boolean isConfigdefault() {
    return item instanceof Item.Entry entry && entry.keyword().equals("configdefault");
  }

  public List<Prop> props() {
    return props;
  }

  public List<MenuNode> children() {
    return children.isEmpty() ? children : Collections.unmodifiableList(children);
  }

  /** The condition of an {@code if} block; {@code y} for anything else. */
  Expr condition() {
    return condition;
  }

  /** What this statement itself depends on: its {@code depends on} lines, or an if's condition. */
  public Expr ownDependency() {
    List<Expr> all = new ArrayList<>(4);
    all.add(condition);
    for (Prop prop : props) {
      if (prop instanceof Prop.Depends depends) {
        all.add(depends.value());
      }
    }
    return Expr.and(all);
  }

  /** What the enclosing blocks add. */
  public Expr inheritedDependency() {
    return parent == null ? Expr.Y : parent.dependency();
  }

  /** The whole dependency of this entry: the language page, C.2. */
  public Expr dependency() {
    Expr known = dependency;
    if (known == null) {
      known = Expr.and(inheritedDependency(), ownDependency());
      if (!children.isEmpty()) {
        dependency = known;
      }
    }
    return known;
  }

  /** The {@code visible if} of the enclosing menus. */
  public Expr inheritedVisibility() {
    List<Expr> all = new ArrayList<>(4);
    for (MenuNode at = parent; at != null; at = at.parent) {
      for (Prop prop : at.props) {
        if (prop instanceof Prop.Visible visible) {
          all.add(visible.value());
        }
      }
    }
    return Expr.and(all.reversed());
  }

  /** The first type that this statement gives; empty for none. */
  public Optional<SymbolType> type() {
    for (Prop prop : props) {
      if (prop instanceof Prop.Type type) {
        return Optional.of(type.type());
      }
    }
    return Optional.empty();
  }

  /** The last type that this statement gives; empty for none. */
  Optional<SymbolType> lastType() {
    Optional<SymbolType> last = Optional.empty();
    for (Prop prop : props) {
      if (prop instanceof Prop.Type type) {
        last = Optional.of(type.type());
      }
    }
    return last;
  }

  /** The prompt that counts, the last one; empty for none. */
  public Optional<Prop.Prompt> prompt() {
    Prop.Prompt last = null;
    for (Prop prop : props) {
      if (prop instanceof Prop.Prompt prompt) {
        last = prompt;
      }
    }
    return Optional.ofNullable(last);
  }

  /** The choice that this entry is a member of; null if it is in none. */
  public @Nullable MenuNode choice() {
    MenuNode at = parent;
    while (at != null && at.item instanceof Item.If) {
      at = at.parent;
    }
    return at != null && at.item instanceof Item.Choice ? at : null;
  }
}
