package kconfigls.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.io.SourceReader;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceLanguage;
import kconfigls.vfs.VfsPath;

/** The sources of a small tree. */
final class Sources {
  /** A tree with more files is a real one, in which the tests of sources are not interested. */
  private static final int MOST_FILES = 100;

  private Sources() {}

  /** The index of a tree, read only if the tree is small and has sources. */
  static SourceIndex of(List<ProjectModel> models) {
    if (models.isEmpty()) {
      return SourceIndex.NONE;
    }
    ProjectSpec spec = models.getFirst().spec();
    Path folder = Path.of(spec.srctree().text());
    if (!Files.isDirectory(folder)) {
      return SourceIndex.NONE;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      List<VfsPath> files =
          walk.limit(MOST_FILES + 1).map(file -> VfsPath.of(file.toString())).toList();
      return files.size() <= MOST_FILES && files.stream().anyMatch(Sources::isSource)
          ? SourceReader.read(spec.srctree(), SymbolSpelling.of(spec.dialect()))
          : SourceIndex.NONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(VfsPath path) {
    return switch (SourceLanguage.of(path)) {
      case C, RUST, MAKE, CMAKE -> true;
      case SCRIPT, DOCUMENT, CONFIG, KCONFIG, OTHER, NONE -> false;
    };
  }
}
