package kconfigls.analysis;

import kconfigls.model.Elaborator;
import kconfigls.model.Inputs;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import org.jspecify.annotations.Nullable;

/** One project of a snapshot; an older model that still holds is used again. */
final class ProjectCell {
  private final ProjectSpec spec;
  private volatile @Nullable ProjectModel older;
  private final Lazy<ProjectModel> model;

  ProjectCell(ProjectSpec spec, @Nullable ProjectModel older, Inputs inputs) {
    this.spec = spec;
    this.older = older;
    this.model = Lazy.of(() -> link(inputs));
  }

  private ProjectModel link(Inputs inputs) {
    ProjectModel known = older;
    ProjectModel linked =
        known != null && known.isUpToDate(inputs) ? known : Elaborator.elaborate(spec, inputs);
    // a model is large, and nobody asks for this one again
    older = null;
    return linked;
  }

  ProjectSpec spec() {
    return spec;
  }

  ProjectModel model() {
    return model.get();
  }

  /** The newest model that is there without computing one. */
  @Nullable ProjectModel newest() {
    ProjectModel before = older;
    ProjectModel computed = model.peek();
    return computed != null ? computed : before;
  }
}
