package kconfigls.model;

import java.util.ArrayList;
import java.util.List;
import kconfigls.dialect.Feature;
import kconfigls.outline.Item;
import org.jspecify.annotations.Nullable;

/** Finds the members of choices (menu_finalize in menu.c). */
public final class ChoiceMembers {
  /** Where members stand in the menu, for programs for which that decides; else null. */
  private final @Nullable MenuLayout layout;

  public ChoiceMembers(ProjectModel model) {
    layout = model.spec().dialect().has(Feature.TRISTATE_CHOICE) ? new MenuLayout(model) : null;
  }

  /**
   * The members in order of the menu, also those that another choice before it has got. Until 6.10
   * what is shown below a member is none itself.
   *
   * @param choice a node whose statement is a choice
   */
  public List<Symbol> of(MenuNode choice) {
    List<Symbol> members = new ArrayList<>();
    if (layout == null) {
      addEntries(choice, members);
    } else if (!choice.children().isEmpty()) {
      layout.top(choice.children()).forEach(node -> add(node, members));
    }
    return members;
  }

  private static void addEntries(MenuNode node, List<Symbol> members) {
    for (MenuNode child : node.children()) {
      if (child.item() instanceof Item.If) {
        addEntries(child, members);
      } else {
        add(child, members);
      }
    }
  }

  private static void add(MenuNode node, List<Symbol> members) {
    if (node.symbol() != null) {
      members.add(node.symbol());
    }
  }
}
