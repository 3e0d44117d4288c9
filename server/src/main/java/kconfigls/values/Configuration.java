package kconfigls.values;

import java.util.List;
import java.util.stream.Stream;

/**
 * The values of all symbols of a project.
 *
 * @param written those that a configuration file has a line for, in the order of the menu
 * @param unwritten all others
 * @param problems of the configuration files, in the order in which they were read
 */
public record Configuration(
    List<Value> written, List<Value> unwritten, List<ConfigProblem> problems) {
  public Stream<Value> all() {
    return Stream.concat(written.stream(), unwritten.stream());
  }
}
