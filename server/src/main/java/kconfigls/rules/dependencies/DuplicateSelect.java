package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** More than any entry of a real tree has of one target; later lines are compared with these. */
  private static final int MOST_LINES = 16;

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
    Map<String, List<Prop.Select>> lines = new LinkedHashMap<>();
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Select select && select.target().indexOf('$') < 0) {
        lines.computeIfAbsent(select.target(), target -> new ArrayList<>(1)).add(select);
      }
    }
    List<Again> found = new ArrayList<>(0);
    if (lines.values().stream().anyMatch(same -> same.size() > 1)) {
      Entry entry = Entry.of(projects, model, node);
      lines.values().forEach(same -> found.addAll(again(entry, same)));
    }
    found.sort(Comparator.comparingInt(Again::key));
    return found;
  }

  /** What is needless among the lines of one target. */
  private static List<Again> again(Entry entry, List<Prop.Select> lines) {
    List<Prop.Select> others = lines.subList(0, Math.min(lines.size(), MOST_LINES));
    Set<Prop.Select> told = Collections.newSetFromMap(new IdentityHashMap<>(4));
    List<Again> found = new ArrayList<>(0);
    for (Prop.Select line : lines) {
      for (Prop.Select other : others) {
        if (other != line && !told.contains(other) && entry.isNeedless(line, other)) {
          told.add(line);
          found.add(new Again(line, other));
          break;
        }
      }
    }
    return found;
  }

  /** What is known wherever the lines of an entry apply. */
  private record Entry(Proofs proofs, MenuNode node, List<Fact> facts) {
    static Entry of(CheckedProjects projects, ProjectModel model, MenuNode node) {
      List<Fact> facts = Conditions.withSymbol(Conditions.facts(node), node);
      return new Entry(Proofs.of(projects, model, node), node, facts);
    }

    /** Whether another line does what one does; of two that do the same, the first stays. */
    boolean isNeedless(Prop.Select line, Prop.Select other) {
      if (other.imply() && !line.imply()) {
        return false;
      }
      boolean first = line.imply() == other.imply() && line.key() < other.key();
      return includes(other, line) && !(first && includes(line, other));
    }

    /** Whether the first line applies wherever the second does. */
    private boolean includes(Prop.Select first, Prop.Select second) {
      Expr condition = first.condition();
      if (condition == null || condition.equals(second.condition())) {
        return true;
      }
      List<Fact> all = new ArrayList<>(facts);
      all.add(new Fact(Conditions.of(second.condition()), node, node, second.key()));
      // few conditions follow from others, and that is quick to see
      return proofs.isImplied(all, Conditions.of(condition)) && !proofs.isImpossible(all);
    }
  }
}
