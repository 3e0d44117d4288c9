package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Fact;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.LineFixes;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.Unmet;
import org.jspecify.annotations.Nullable;

/**
 * Reports implies that change nothing: the target's dependencies are never met while they act, or
 * the target is y by default. An imply beside a select of the entry is duplicate-select's.
 */
public final class ImplyWithoutEffect implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies", "imply-without-effect", Severity.INFO, "an `imply` that changes nothing");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(
            projects, Unmet.DEAD, (model, node) -> Unmet.of(projects, model, node, true))
        .forEach((key, unmet) -> sink.report(unmet(projects, key, unmet)));
    PerEntry.alwaysEach(projects, null, (model, node) -> needless(model, node))
        .forEach((key, needless) -> sink.report(needless(projects, key, needless)));
  }

  private static Draft unmet(CheckedProjects projects, FileKey key, Unmet unmet) {
    Place place = projects.semantics().place(key.file(), unmet.key());
    String target = unmet.select().target();
    String message = "the dependencies of `" + target + "` are never met while this imply acts: ";
    return Draft.of(place, message + Fact.text(unmet.reasons()))
        .about(target)
        .see(Fact.places(projects.semantics(), unmet.reasons()))
        .fix(LineFixes.delete(projects, place, true));
  }

  /** An imply and the default that does the same; no default where the target is not defined. */
  private record Needless(Prop.Select line, @Nullable MenuNode target, int defaultKey)
      implements PerEntry.Part {
    @Override
    public int key() {
      return line.key();
    }

    @Override
    public boolean matters() {
      return target != null;
    }
  }

  private static Draft needless(CheckedProjects projects, FileKey key, Needless needless) {
    Place place = projects.semantics().place(key.file(), needless.key());
    String target = needless.line().target();
    List<Related> related = new ArrayList<>(1);
    if (needless.target() != null) {
      Place other = projects.semantics().place(needless.target().file(), needless.defaultKey());
      related.add(new Related(other, "the default"));
    }
    return Draft.of(place, "this imply changes nothing: `" + target + "` is y by default")
        .about(target)
        .see(related)
        .fix(LineFixes.delete(projects, place, true));
  }

  private static List<Needless> needless(ProjectModel model, MenuNode node) {
    List<Needless> found = new ArrayList<>(0);
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Select line && line.imply() && line.target().indexOf('$') < 0) {
        Symbol target = model.symbol(line.target());
        int key = target == null ? -1 : defaultY(target);
        if (target == null) {
          found.add(new Needless(line, null, -1));
        } else if (key >= 0 && !model.isOpen()) {
          found.add(new Needless(line, target.nodes().getFirst(), key));
        }
      }
    }
    return found;
  }

  /** The default y that counts wherever a symbol's only entry is alive; -1 for none. */
  private static int defaultY(Symbol symbol) {
    MenuNode node = symbol.nodes().getFirst();
    if (!symbol.isLogic() || symbol.nodes().size() > 1 || node.choice() != null) {
      return -1;
    }
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Default def) {
        return def.condition() == null && def.value().equals(Expr.Y) ? def.key() : -1;
      }
    }
    return -1;
  }
}
