package kconfigls.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kconfigls.io.DiskWriter;
import kconfigls.text.SourceText;
import kconfigls.text.UnifiedDiff;
import kconfigls.vfs.VfsPath;

/** New texts of files: shown as a diff, or written, all or none of them. */
final class Rewrites {
  private final String command;
  private final UnaryOperator<VfsPath> trees;
  private final Map<VfsPath, SourceText> originals;
  private final Function<VfsPath, SourceText> texts;

  /**
   * @param command names what writes, in messages
   * @param trees the tree of a file, out of which no link may lead
   * @param originals the texts that the files have
   * @param texts those that they are to have
   */
  Rewrites(
      String command,
      UnaryOperator<VfsPath> trees,
      Map<VfsPath, SourceText> originals,
      Function<VfsPath, SourceText> texts) {
    this.command = command;
    this.trees = trees;
    this.originals = originals;
    this.texts = texts;
  }

  /** The changes as a unified diff, with paths from a folder on. */
  String diff(VfsPath root) {
    StringBuilder diff = new StringBuilder();
    originals.forEach(
        (file, before) -> {
          String name = file.relativeTo(root);
          diff.append(UnifiedDiff.of(name, before.text(), texts.apply(file).text()));
        });
    return diff.toString();
  }

  /** Writes the files; nothing at all if one of them cannot be written. */
  void write() {
    List<String> obstacles = new ArrayList<>();
    originals.forEach(
        (file, before) ->
            DiskWriter.obstacle(file, trees.apply(file), before.bytes())
                .ifPresent(reason -> obstacles.add(command + ": " + file + ": " + reason)));
    if (!obstacles.isEmpty()) {
      int others = obstacles.size() - 1;
      throw new UsageException(
          obstacles.getFirst()
              + (others == 0 ? "" : " (and " + others + " more)")
              + "; nothing is changed");
    }
    int written = 0;
    for (VfsPath file : originals.keySet()) {
      Optional<String> failure = DiskWriter.replace(file, texts.apply(file).bytes());
      if (failure.isPresent()) {
        String before = written == 0 ? "nothing is changed" : written + " files are changed";
        throw new UsageException(command + ": " + file + ": " + failure.get() + "; " + before);
      }
      written++;
    }
  }
}
