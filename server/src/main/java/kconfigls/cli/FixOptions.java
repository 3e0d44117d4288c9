package kconfigls.cli;

import picocli.CommandLine.Option;

/** What {@code check} does with the fixes of its findings. */
final class FixOptions {
  @Option(names = "--fix", description = "apply the safe fixes, then report what is left")
  private boolean fix;

  @Option(
      names = "--dry-run",
      description = "with --fix: print the changes as a unified diff, and write nothing")
  private boolean dryRun;

  boolean fix() {
    if (dryRun && !fix) {
      throw new UsageException("--dry-run goes with --fix");
    }
    return fix;
  }

  boolean dryRun() {
    return dryRun;
  }
}
