package kconfigls.dialect;

import java.util.List;
import java.util.Map;
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
 * @param environment variables whose values are the same in every build
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

  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /**
   * One project per architecture.
   *
   * @param folder the folder, below the tree's root, that holds one folder per architecture
   * @param file the file that makes such a folder an architecture
   * @param versionVariable the variable that holds the version of the top Makefile, or null
   */
  public record ArchitectureLayout(String folder, String file, @Nullable String versionVariable) {}
}
