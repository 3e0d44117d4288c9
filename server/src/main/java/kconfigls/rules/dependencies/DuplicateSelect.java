package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
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
import kconfigls.rules.Proofs;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/**
 * Reports a {@code select} or {@code imply} that another line of the entry makes needless, wherever
 * the file is included.
 */
public final class DuplicateSelect implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "duplicate-select",
          Severity.INFO,
          "a symbol that an entry selects or implies twice");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(projects, null, (model, node) -> again(projects, model, node))
        .forEach((key, again) -> sink.report(draft(projects, key, again)));
  }

  /** A line and the one that does what it does, and maybe more. */
  private record Again(Prop.Select line, Prop.Select other) implements PerEntry.Part {
    @Override
    public int key() {
      return line.key();
    }
  }

  private static Draft draft(CheckedProjects projects, FileKey key, Again again) {
    Place place = projects.semantics().place(key.file(), again.line().key());
    Place other = projects.semantics().place(key.file(), again.other().key());
    String verb = again.other().imply() ? "implied" : "selected";
    Expr condition = again.other().condition();
    String when =
        condition == null
            ? "without a condition"
            : condition.equals(again.line().condition())
                ? "under the same condition"
                : "whenever this applies";
    String target = again.line().target();
    return Draft.of(place, "`" + target + "` is " + verb + " " + when + " by this entry already")
        .about(target)
        .see(List.of(new Related(other, "the line that does")))
        .fix(LineFixes.delete(projects, place, true));
  }

  private static List<Again> again(CheckedProjects projects, ProjectModel model, MenuNode node) {
    List<Prop.Select> lines = new ArrayList<>(0);
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Select select && select.target().indexOf('$') < 0) {
        lines.add(select);
      }
    }
    List<Again> found = new ArrayList<>(0);
    for (Prop.Select line : lines) {
      for (Prop.Select other : lines) {
        if (line != other && line.target().equals(other.target())) {
          add(projects, model, node, line, other, found);
        }
      }
    }
    return found;
  }

  private static void add(
      CheckedProjects projects,
      ProjectModel model,
      MenuNode node,
      Prop.Select line,
      Prop.Select other,
      List<Again> found) {
    boolean known = found.stream().anyMatch(again -> again.line() == line || again.line() == other);
    if (known || (other.imply() && !line.imply())) {
      return;
    }
    boolean includes = includes(projects, model, node, other, line);
    boolean same = line.imply() == other.imply() && line.key() < other.key();
    if (includes && !(same && includes(projects, model, node, line, other))) {
      found.add(new Again(line, other));
    }
  }

  /** Whether the first line applies wherever the second does, and is no less. */
  private static boolean includes(
      CheckedProjects projects,
      ProjectModel model,
      MenuNode node,
      Prop.Select first,
      Prop.Select second) {
    Expr condition = first.condition();
    if (condition == null || condition.equals(second.condition())) {
      return true;
    }
    List<Fact> facts = new ArrayList<>(Conditions.withSymbol(Conditions.facts(node), node));
    facts.add(new Fact(Conditions.of(second.condition()), node, node, second.key()));
    Proofs proofs = Proofs.of(projects, model, node);
    return !proofs.isImpossible(facts) && proofs.isImplied(facts, Conditions.of(condition));
  }
}
