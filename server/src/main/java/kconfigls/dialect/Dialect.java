package kconfigls.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dialect of Kconfig as data: the language page, E.
 *
 * @param name as in {@code --dialect}
 * @param title for people
 * @param release the release of Linux whose language it speaks, as major × 100 + minor
 * @param rootNames names of a root file, relative to the tree's root, the usual one first
 * @param prefix of the symbols in configuration files
 * @param environment what its build sets, as templates of {@link BuildFiles}
 * @param architectures null for a tree that is one project
 */
public record Dialect(
    String name,
    String title,
    int release,
    Set<Feature> features,
    SourceResolution source,
    List<String> rootNames,
    String prefix,
    Map<String, String> environment,
    @Nullable ArchitectureLayout architectures) {

  public Dialect {
    features = Set.copyOf(features);
    rootNames = List.copyOf(rootNames);
    environment = Map.copyOf(environment);
  }

  /** The same dialect in another release, with other features and another way to find files. */
  Dialect with(int otherRelease, Set<Feature> others, SourceResolution resolution) {
    return new Dialect(
        name,
        title,
        otherRelease,
        others,
        resolution,
        rootNames,
        prefix,
        environment,
        architectures);
  }

  /** The same dialect with another prefix of symbols. */
  Dialect withPrefix(String other) {
    return new Dialect(
        name, title, release, features, source, rootNames, other, environment, architectures);
  }

  /** The same dialect with another environment. */
  Dialect with(Map<String, String> templates) {
    return new Dialect(
        name, title, release, features, source, rootNames, prefix, templates, architectures);
  }

  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** The folder of the architecture that a file below the tree's root lies in. */
  public Optional<String> architectureOf(String path) {
    if (architectures == null || !path.startsWith(architectures.folder() + "/")) {
      return Optional.empty();
    }
    int start = architectures.folder().length() + 1;
    int end = path.indexOf('/', start);
    return end < 0 ? Optional.empty() : Optional.of(path.substring(start, end));
  }

  /** Whether there is {@code def_bool}: in all but ESP-IDF's language, the one with {@code set}. */
  public boolean hasTypedDefaults() {
    return has(Feature.LENIENT) || !has(Feature.SET);
  }

  /**
   * One project per architecture.
   *
   * @param folder the folder, below the tree's root, that holds one folder per architecture
   * @param file the file that makes such a folder an architecture
   */
  public record ArchitectureLayout(String folder, String file) {}
}
