package kconfigls.rules.menus;

import java.util.List;
import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports defaults of members, which have no effect: an error since Linux 6.11. */
public final class ChoiceMemberDefault implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus", "choice-member-default", Severity.ERROR, "a default of a member of a choice");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(int key, String name, boolean fatal) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    ChoiceMembers members = new ChoiceMembers();
    Map<FileKey, Fault> found =
        PerEntry.always(projects, (model, node) -> fault(members, model, node));
    found.forEach(
        (key, fault) -> {
          Place place = projects.semantics().place(key.file(), fault.key());
          String message =
              "a default of `" + fault.name() + "` has no effect: the choice has the default";
          Draft draft =
              Draft.of(place, message)
                  .about(fault.name())
                  .fix(
                      () ->
                          List.of(
                              Fix.unsafe(
                                  "Delete the line",
                                  Edits.in(projects, key.file()).deleteLines(place.range()))));
          sink.report(fault.fatal() ? draft : draft.as(Severity.WARNING));
        });
  }

  private static @Nullable Fault fault(ChoiceMembers members, ProjectModel model, MenuNode node) {
    if (node.symbol() == null) {
      return null;
    }
    Dialect dialect = model.spec().dialect();
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Default def && members.first(dialect, node.symbol()).isPresent()) {
        boolean fatal = dialect.has(Feature.CHOICE_MEMBERS_CHECKED);
        return new Fault(def.key(), node.symbol().name(), fatal);
      }
    }
    return null;
  }
}
