package kconfigls.analysis;

import kconfigls.model.Elaborator;
import kconfigls.model.Inputs;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import org.jspecify.annotations.Nullable;

/** One project of a snapshot; an older model that still holds is used again. */
final class ProjectCell {
  private final ProjectSpec spec;
  private final @Nullable ProjectModel older;
  private final Lazy<ProjectModel> model;

  ProjectCell(ProjectSpec spec, @Nullable ProjectModel older, Inputs inputs) {
    this.spec = spec;
    this.older = older;
    this.model =
        Lazy.of(
            () ->
                older != null && older.isUpToDate(inputs)
                    ? older
                    : Elaborator.elaborate(spec, inputs));
  }

  ProjectSpec spec() {
    return spec;
  }

  ProjectModel model() {
    return model.get();
  }

  /** The newest model that is there without computing one. */
  @Nullable ProjectModel newest() {
    ProjectModel computed = model.peek();
    return computed != null ? computed : older;
  }
}
