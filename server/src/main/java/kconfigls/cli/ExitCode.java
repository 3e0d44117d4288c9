package kconfigls.cli;

/** What the exit status means. */
final class ExitCode {
  static final int OK = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int FAULT = 3;

  private ExitCode() {}
}
