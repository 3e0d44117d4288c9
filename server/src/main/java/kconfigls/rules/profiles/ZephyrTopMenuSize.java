package kconfigls.rules.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kconfigls.expr.Expr;
import kconfigls.model.MenuLayout;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.outline.Item;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports the entry that makes the top menu longer than Zephyr's checks allow. */
public final class ZephyrTopMenuSize implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "zephyr-top-menu-size",
              Severity.INFO,
              "more than 50 prompts in the top menu")
          .only("zephyr");

  private static final int MOST = 50;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      List<MenuNode> shown = top(model);
      if (shown.size() > MOST) {
        String message =
            "the top menu has "
                + shown.size()
                + " prompts, "
                + MOST
                + " are allowed: move this one into a menu";
        sink.report(
            Draft.of(projects.semantics().name(shown.get(MOST)), message)
                .in(List.of(model.spec().name())));
      }
    }
  }

  /** What the top menu shows, or less where something is not known. */
  private static List<MenuNode> top(ProjectModel model) {
    List<MenuNode> nodes = model.menu().children();
    if (nodes.size() <= MOST && nodes.stream().noneMatch(n -> n.item() instanceof Item.If)) {
      return List.of();
    }
    Map<MenuNode, MenuNode> parents = MenuLayout.parents(model, nodes);
    List<MenuNode> shown = new ArrayList<>();
    for (MenuNode node : flat(nodes)) {
      boolean isTop = parents.get(node) == null && hasPrompt(node);
      // in a file that is not known something may stand that this one is shown below
      if (isTop && (!model.isOpen() || node.dependency().equals(Expr.Y))) {
        shown.add(node);
      }
    }
    return shown;
  }

  private static List<MenuNode> flat(List<MenuNode> nodes) {
    List<MenuNode> flat = new ArrayList<>();
    for (MenuNode node : nodes) {
      if (node.item() instanceof Item.If) {
        flat.addAll(flat(node.children()));
      } else {
        flat.add(node);
      }
    }
    return flat;
  }

  private static boolean hasPrompt(MenuNode node) {
    return switch (node.item()) {
      case Item.Entry entry -> node.prompt().isPresent();
      case Item.Choice choice -> node.prompt().isPresent();
      case Item.Menu menu -> true;
      case Item.Comment comment -> true;
      default -> false;
    };
  }
}
