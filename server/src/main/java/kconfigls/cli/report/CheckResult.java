package kconfigls.cli.report;

import java.util.List;
import java.util.Optional;
import kconfigls.model.ProjectModel;
import kconfigls.rules.Finding;
import kconfigls.text.SourceText;
import kconfigls.vfs.VfsPath;

/**
 * What a check found.
 *
 * @param root the folder that paths are shown from
 * @param findings sorted
 */
public record CheckResult(
    VfsPath root, List<ProjectModel> projects, Sources sources, List<Finding> findings) {
  /** The texts of the files that findings are in. */
  public interface Sources {
    Optional<SourceText> source(VfsPath path);
  }
}
