package kconfigls.usage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kconfigls.vfs.VfsPath;

/** Looks into the sources again for what their index does not hold. */
public interface SourceTexts {
  /** No sources. */
  SourceTexts NONE =
      new SourceTexts() {
        @Override
        public Optional<String> text(VfsPath file) {
          return Optional.empty();
        }

        @Override
        public Set<String> mentioned(Set<String> words, Predicate<VfsPath> files) {
          return Set.of();
        }

        @Override
        public List<VfsPath> naming(Set<String> words, Predicate<VfsPath> files) {
          return List.of();
        }
      };

  /** The text of a source; empty if it cannot be read any more. */
  Optional<String> text(VfsPath file);

  /** Those of the words that stand in some file, as whole words and wherever that may be. */
  Set<String> mentioned(Set<String> words, Predicate<VfsPath> files);

  /**
   * Those of the files in which one of the words stands, as a whole word and wherever that may be.
   */
  List<VfsPath> naming(Set<String> words, Predicate<VfsPath> files);
}
