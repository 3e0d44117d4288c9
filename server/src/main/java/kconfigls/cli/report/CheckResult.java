package kconfigls.cli.report;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.model.ProjectModel;
import kconfigls.rules.Finding;
import kconfigls.rules.Severity;
import kconfigls.text.LinePosition;
import kconfigls.text.PositionEncoding;
import kconfigls.text.SourceText;
import kconfigls.vfs.VfsPath;

/**
 * What a check found.
 *
 * @param root the folder that paths are shown from
 * @param repository the folder that services which show a repository name paths from: the top of
 *     the repository that holds the root, or the root
 * @param findings sorted
 * @param suppressed how many findings are not told, since a comment or a baseline says so
 * @param faults what the program itself failed at, one line each
 */
public record CheckResult(
    VfsPath root,
    VfsPath repository,
    List<ProjectModel> projects,
    Sources sources,
    List<Reported> findings,
    int suppressed,
    List<String> faults) {
  /** The texts of the files that findings are in. */
  public interface Sources {
    Optional<SourceText> source(VfsPath path);
  }

  /**
   * A finding with its name.
   *
   * @param fingerprint the same after edits elsewhere, and of no other finding
   */
  public record Reported(Finding finding, String fingerprint) {
    public Severity severity() {
      return finding.severity();
    }
  }

  /** A range of a file; lines and columns from 1, the end exclusive. */
  public record Region(int startLine, int startColumn, int endLine, int endColumn) {}

  /** The same with other findings. */
  public CheckResult with(List<Reported> others, int newSuppressed) {
    return new CheckResult(root, repository, projects, sources, others, newSuppressed, faults);
  }

  /** How many findings have a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Where a place stands; the first character of a file whose text is not there. */
  public Region region(Place place, PositionEncoding columns) {
    return sources
        .source(place.file())
        .map(SourceText::lines)
        .map(
            lines -> {
              LinePosition start = lines.position(place.range().start(), columns);
              LinePosition end = lines.position(place.range().end(), columns);
              return new Region(
                  start.line() + 1, start.column() + 1, end.line() + 1, end.column() + 1);
            })
        .orElse(new Region(1, 1, 1, 1));
  }
}
