package kconfigls.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kconfigls.io.ConfigReader;
import kconfigls.model.ProjectSpec;
import kconfigls.values.ConfigStack;
import picocli.CommandLine.Option;

/** The configuration files that make one configuration. */
final class ConfigOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "a configuration file, repeatable: they are merged in this order")
  private List<Path> files = List.of();

  List<Path> files() {
    return files;
  }

  /** Refuses files that cannot be read. */
  void mustExist() {
    NamedPaths.mustExist("--config: ", files);
  }

  /** Reads files for a project; one that cannot be read is refused. */
  static ConfigStack read(List<Path> files, ProjectSpec project) {
    try {
      return ConfigReader.read(files, project);
    } catch (IOException e) {
      throw new UsageException("the configuration cannot be read: " + e.getMessage());
    }
  }
}
