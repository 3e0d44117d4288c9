package kconfigls.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which configuration files {@code check} merges and reports on. */
final class ConfigOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "a configuration file, repeatable: they are merged in this order")
  private List<Path> files = List.of();

  List<Path> files() {
    return files;
  }
}
