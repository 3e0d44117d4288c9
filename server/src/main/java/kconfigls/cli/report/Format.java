package kconfigls.cli.report;

/** The formats of reports, as {@code --format} and {@code --output} name them. */
public enum Format {
  TEXT,
  JSON,
  SARIF,
  GITHUB,
  GITLAB,
  CHECKSTYLE,
  JUNIT,
  RDJSON
}
