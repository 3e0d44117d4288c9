package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports selects of symbols that have a prompt, wherever the file is included. */
public final class SelectVisible implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "dependencies",
              "select-visible",
              Severity.HINT,
              "`select` of a symbol that has a prompt")
          .optIn();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(projects, null, SelectVisible::visible)
        .forEach((key, visible) -> sink.report(draft(projects, key, visible)));
  }

  /** A select and the entry with the prompt; none where the target is not defined. */
  private record Visible(Prop.Select line, @Nullable MenuNode target) implements PerEntry.Part {
    @Override
    public int key() {
      return line.key();
    }

    @Override
    public boolean matters() {
      return target != null;
    }
  }

  private static Draft draft(CheckedProjects projects, FileKey key, Visible visible) {
    Place place = projects.semantics().place(key.file(), visible.key());
    String target = visible.line().target();
    List<Related> related = new ArrayList<>(1);
    if (visible.target() != null) {
      related.add(new Related(projects.semantics().name(visible.target()), "the prompt"));
    }
    String message = "`" + target + "` has a prompt: while this acts, nobody can turn it off there";
    return Draft.of(place, message).about(target).see(related);
  }

  private static List<Visible> visible(ProjectModel model, MenuNode node) {
    List<Visible> found = new ArrayList<>(0);
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Select line && !line.imply() && line.target().indexOf('$') < 0) {
        Symbol target = model.symbol(line.target());
        MenuNode prompted = target == null ? null : prompted(target);
        if (target == null || prompted != null) {
          found.add(new Visible(line, prompted));
        }
      }
    }
    return found;
  }

  /** The first entry with a prompt; null for none, and for members of a choice. */
  private static @Nullable MenuNode prompted(Symbol symbol) {
    for (MenuNode node : symbol.nodes()) {
      if (node.prompt().isPresent()) {
        return node.choice() == null ? node : null;
      }
    }
    return null;
  }
}
