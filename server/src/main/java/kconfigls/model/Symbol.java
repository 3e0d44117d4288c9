package kconfigls.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kconfigls.outline.Prop;

/** A symbol with all its definitions, in order of inclusion. */
public final class Symbol {
  private final String name;
  private final List<MenuNode> nodes = new ArrayList<>(1);

  Symbol(String name) {
    this.name = name;
  }

  void define(MenuNode node) {
    nodes.add(node);
  }

  public String name() {
    return name;
  }

  /** Its entries; never empty. */
  public List<MenuNode> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** The first type that an entry gives, which is the one that counts; empty if none does. */
  public Optional<String> type() {
    for (MenuNode node : nodes) {
      for (Prop prop : node.props()) {
        if (prop instanceof Prop.Type type) {
          return Optional.of(type.type());
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
