package kconfigls.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kconfigls.model.MenuNode;
import kconfigls.outline.Prop;

/** The symbols that something sets besides the user, in any project. */
final class Forced {
  private final Set<String> names = new HashSet<>(1 << 12);
  private final Set<String> implied = new HashSet<>();
  private boolean any;

  private Forced() {}

  static Forced of(List<Inclusions> statements) {
    Forced forced = new Forced();
    for (Inclusions statement : statements) {
      MenuNode first = statement.node(0);
      if (first.symbol() == null) {
        continue;
      }
      forced.add(first);
      // without macros, each inclusion says the same
      for (int i = 1; i < statement.size() && Conditions.hasMacros(first); i++) {
        forced.add(statement.node(i));
      }
    }
    return forced;
  }

  private void add(MenuNode node) {
    for (Prop prop : node.props()) {
      switch (prop) {
        case Prop.Select select when select.imply() -> implied.add(select.target());
        case Prop.Select select -> add(select.target());
        case Prop.SetValue set -> add(set.target());
        case Prop.Flag flag when flag.name().equals("transitional") ->
            add(String.valueOf(node.symbol()));
        default -> {
          // sets nothing, or not without the dependencies
        }
      }
    }
  }

  private void add(String name) {
    any |= name.indexOf('$') >= 0;
    names.add(name);
  }

  /** Whether something may set the symbol without regard to its dependencies. */
  boolean contains(String name) {
    return any || names.contains(name);
  }

  /** Whether something implies the symbol. */
  boolean isImplied(String name) {
    return any || implied.contains(name);
  }
}
