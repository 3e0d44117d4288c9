package kconfigls.rules;

import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, the mildest first. */
public enum Severity {
  HINT,
  INFO,
  WARNING,
  ERROR;

  /** As in the JSON output and on the command line. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Severity> parse(String text) {
    for (Severity severity : values()) {
      if (severity.text().equals(text)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
