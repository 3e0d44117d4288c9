package kconfigls.values;

import java.util.List;
import kconfigls.syntax.RenameTree;

/**
 * The configuration files that make one configuration.
 *
 * @param files in the order in which they are read: a later one wins
 * @param renames the files {@code sdkconfig.rename} of ESP-IDF; empty for all others
 */
public record ConfigStack(List<ConfigFile> files, List<RenameFile> renames) {
  public static final ConfigStack EMPTY = new ConfigStack(List.of(), List.of());

  /**
   * New names of symbols.
   *
   * @param name for people
   */
  public record RenameFile(String name, RenameTree tree) {}

  public ConfigStack {
    files = List.copyOf(files);
    renames = List.copyOf(renames);
  }
}
