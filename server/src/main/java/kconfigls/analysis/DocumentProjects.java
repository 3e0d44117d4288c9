package kconfigls.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Dialects;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.VfsPath;

/**
 * Finds the projects of a document that none of them includes: those of the innermost tree that
 * holds it, of its architecture if its place or header names one; of a document outside of all
 * trees the first project.
 */
final class DocumentProjects {
  private final Snapshot snapshot;
  private final FileCell cell;

  DocumentProjects(Snapshot snapshot, FileCell cell) {
    this.snapshot = snapshot;
    this.cell = cell;
  }

  /** The dialect of the first of them. */
  Dialect dialect() {
    List<ProjectSpec> specs = snapshot.specs();
    return indexes().stream()
        .findFirst()
        .map(index -> specs.get(index).dialect())
        .orElseGet(Dialects::lenient);
  }

  List<ProjectModel> models() {
    return indexes().stream().map(snapshot::model).toList();
  }

  private List<Integer> indexes() {
    List<ProjectSpec> specs = snapshot.specs();
    List<Integer> whole = new ArrayList<>();
    int innermost = -1;
    for (int i = 0; i < specs.size(); i++) {
      if (!specs.get(i).isSingleFile()) {
        whole.add(i);
        VfsPath srctree = specs.get(i).srctree();
        boolean holds = cell.path().isIn(srctree);
        innermost = holds ? Math.max(innermost, srctree.text().length()) : innermost;
      }
    }
    if (innermost < 0) {
      return whole.subList(0, Math.min(1, whole.size()));
    }
    int length = innermost;
    List<Integer> own =
        whole.stream()
            .filter(index -> specs.get(index).srctree().text().length() == length)
            .filter(index -> cell.path().isIn(specs.get(index).srctree()))
            .toList();
    return ofArchitecture(own);
  }

  private List<Integer> ofArchitecture(List<Integer> own) {
    Optional<String> architecture = architecture(snapshot.specs().get(own.getFirst()));
    List<Integer> matching =
        own.stream()
            .filter(index -> architecture.filter(snapshot.specs().get(index)::isFor).isPresent())
            .toList();
    return matching.isEmpty() ? own : matching;
  }

  private Optional<String> architecture(ProjectSpec spec) {
    String path = cell.path().relativeTo(spec.srctree());
    Dialect dialect = spec.dialect();
    return cell.kind() == DocumentKind.SOURCE
        ? dialect.architectureOf(path)
        : ConfigFiles.architecture(path, cell.source().text(), dialect);
  }
}
