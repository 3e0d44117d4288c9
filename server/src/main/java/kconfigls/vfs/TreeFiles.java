package kconfigls.vfs;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kconfigls.text.SourceText;

/** What lies in a tree, whether a project includes it or not: a port that io serves. */
public interface TreeFiles {
  /** Nothing is known. */
  TreeFiles NONE =
      new TreeFiles() {
        @Override
        public List<VfsPath> named(Predicate<String> name) {
          return List.of();
        }

        @Override
        public Optional<SourceText> text(VfsPath file) {
          return Optional.empty();
        }
      };

  /** The files whose names fit, sorted; hidden folders are passed over. */
  List<VfsPath> named(Predicate<String> name);

  /** The text of a file; empty if it cannot be read. */
  Optional<SourceText> text(VfsPath file);
}
