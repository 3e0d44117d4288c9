package kconfigls.rules.sources;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.model.FileInstance;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports files that are included again, which Linux 7.2 and later refuses (util.c). */
public final class DuplicateSource implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of("sources", "duplicate-source", Severity.ERROR, "a file that is included twice");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      if (model.spec().dialect().has(Feature.REPEATED_SOURCE_REFUSED)) {
        for (List<FileInstance> inclusions : model.byFile().values()) {
          for (FileInstance again : inclusions.subList(1, inclusions.size())) {
            sink.report(draft(projects, model, inclusions.getFirst(), again));
          }
        }
      }
    }
  }

  private static Draft draft(
      CheckedProjects projects, ProjectModel model, FileInstance first, FileInstance again) {
    String name = again.file().relativeTo(model.spec().srctree());
    Place place = place(projects, again);
    Draft draft =
        Draft.of(place, "`" + name + "` is included already")
            .in(List.of(model.spec().name()))
            .fix(
                () ->
                    List.of(
                        Fix.unsafe(
                            "Delete the line",
                            Edits.in(projects, place.file()).deleteLines(place.range()))));
    return first.includer() == null
        ? draft
        : draft.see(List.of(new Related(place(projects, first), "here it is included first")));
  }

  private static Place place(CheckedProjects projects, FileInstance inclusion) {
    FileInstance includer = inclusion.includer();
    return includer == null
        ? projects.semantics().place(inclusion, 0)
        : projects.semantics().place(includer, inclusion.sourceKey());
  }
}
