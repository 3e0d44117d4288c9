package kconfigls.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** A symbol with all its definitions, in order of inclusion. */
public final class Symbol {
  private final String name;
  private final int ordinal;
  private final boolean lastTypeCounts;
  private List<MenuNode> nodes = List.of();

  /** Found when first asked for, which is after linking; threads that race find the same. */
  private @Nullable Optional<SymbolType> type;

  /** The last type counts if {@code lastTypeCounts}, else the first. */
  Symbol(String name, int ordinal, boolean lastTypeCounts) {
    this.name = name;
    this.ordinal = ordinal;
    this.lastTypeCounts = lastTypeCounts;
  }

  void define(MenuNode node) {
    if (nodes.isEmpty()) {
      nodes = List.of(node);
      return;
    }
    if (nodes.size() == 1) {
      nodes = new ArrayList<>(nodes);
    }
    nodes.add(node);
  }

  public String name() {
    return name;
  }

  /** Its place among the project's symbols in order of their first definition, from 0. */
  int ordinal() {
    return ordinal;
  }

  /** Its entries; never empty. */
  public List<MenuNode> nodes() {
    return nodes.size() < 2 ? nodes : Collections.unmodifiableList(nodes);
  }

  /** Whether it lives on for old configurations only: the language page, C.10. */
  public boolean isTransitional() {
    return nodes.stream()
        .flatMap(node -> node.props().stream())
        .anyMatch(prop -> prop instanceof Prop.Flag flag && flag.name().equals("transitional"));
  }

  /** The type that counts, the first that an entry gives or the last. Empty if none gives one. */
  public Optional<SymbolType> declaredType() {
    for (MenuNode node : lastTypeCounts ? nodes.reversed() : nodes) {
      Optional<SymbolType> type = lastTypeCounts ? node.lastType() : node.type();
      if (type.isPresent()) {
        return type;
      }
    }
    return Optional.empty();
  }

  /**
   * The type that its entries give; a member of a choice that has none takes that of the choice.
   * Empty if there is none.
   */
  public Optional<SymbolType> type() {
    Optional<SymbolType> known = type;
    if (known == null) {
      known = findType();
      type = known;
    }
    return known;
  }

  /** Whether it is of this type. */
  public boolean is(SymbolType which) {
    return type().orElse(null) == which;
  }

  /** Whether it is a bool or a tristate. */
  public boolean isLogic() {
    return type().filter(SymbolType::isLogic).isPresent();
  }

  private Optional<SymbolType> findType() {
    Optional<SymbolType> declared = declaredType();
    if (declared.isPresent()) {
      return declared;
    }
    for (MenuNode node : nodes) {
      MenuNode choice = node.choice();
      if (choice != null) {
        return Optional.of(choiceType(choice));
      }
    }
    return Optional.empty();
  }

  /** The choice's own type, or that of its first member that has one (menu_finalize in menu.c). */
  private static SymbolType choiceType(MenuNode choice) {
    return choice
        .type()
        .or(() -> choice.children().stream().flatMap(child -> child.type().stream()).findFirst())
        .orElse(SymbolType.BOOL);
  }

  @Override
  public String toString() {
    return name;
  }
}
