package kconfigls.rules.style;

import java.util.IdentityHashMap;
import java.util.Map;
import kconfigls.analysis.Semantics;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports symbols that somebody is asked about without, or with hardly any, help. */
public final class MissingHelp implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "style", "missing-help", Severity.INFO, "a symbol with a prompt and hardly any help")
          .optIn();

  /** What checkpatch asks for. */
  private static final int LEAST = 4;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<Symbol, Integer> known = new IdentityHashMap<>();
    Map<ProjectModel.FileKey, Draft> found =
        PerEntry.always(projects, (model, node) -> draft(projects.semantics(), node, known));
    found.values().forEach(sink::report);
  }

  private static @Nullable Draft draft(
      Semantics semantics, MenuNode node, Map<Symbol, Integer> known) {
    Symbol symbol = node.symbol();
    if (symbol == null || node.prompt().isEmpty() || node.choice() != null) {
      return null;
    }
    int most = known.computeIfAbsent(symbol, each -> longest(semantics, each));
    if (most >= LEAST) {
      return null;
    }
    Draft draft =
        Draft.of(
            semantics.name(node),
            most == 0
                ? "`" + symbol.name() + "` has a prompt and no help: say what it is for"
                : "the help of `" + symbol.name() + "` has less than " + LEAST + " lines");
    return (most == 0 ? draft : draft.as(Severity.HINT)).about(symbol.name());
  }

  /** The lines of the longest help of a symbol's entries. */
  private static int longest(Semantics semantics, Symbol symbol) {
    int most = 0;
    for (MenuNode definition : symbol.nodes()) {
      if (hasHelp(definition)) {
        most = Math.max(most, lines(semantics.help(definition)));
      }
    }
    return most;
  }

  private static boolean hasHelp(MenuNode node) {
    return node.item() instanceof Item.Entry
        && node.props().stream().anyMatch(Prop.Help.class::isInstance);
  }

  private static int lines(String help) {
    return (int) help.lines().filter(line -> !line.isBlank()).count();
  }
}
