package kconfigls.cli.report;

import java.io.PrintWriter;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.rules.Finding;
import kconfigls.rules.Fix;
import kconfigls.rules.Severity;
import kconfigls.text.LineIndex;
import kconfigls.text.LinePosition;
import kconfigls.text.PositionEncoding;
import kconfigls.text.SourceText;
import kconfigls.text.escape.Printable;
import kconfigls.text.escape.TerminalWriter;

/** {@code check --format text}: one block per finding, with the line and a caret. */
final class TextReport {
  /** How much of a line is shown on either side of the start of a finding. */
  private static final int AROUND = 120;

  private final CheckResult result;
  private final TerminalWriter out;
  private final boolean color;

  private TextReport(CheckResult result, PrintWriter out, boolean color) {
    this.result = result;
    this.out = TerminalWriter.of(out);
    this.color = color;
  }

  static void print(CheckResult result, PrintWriter out, boolean color, boolean quiet) {
    TextReport report = new TextReport(result, out, color);
    result.findings().forEach(each -> report.finding(each.finding()));
    if (!quiet) {
      report.summary();
    }
    report.out.flush();
  }

  private void finding(Finding finding) {
    out.print(where(finding.place()) + ": ");
    severity(finding.severity());
    out.print("[" + finding.rule().id() + "]: " + finding.message());
    boolean several = result.projects().size() > 1;
    boolean some = finding.projects().size() < result.projects().size();
    if (several && some && !finding.projects().isEmpty()) {
      out.print(" (" + String.join(", ", finding.projects()) + ")");
    }
    out.println();
    excerpt(finding.place());
    for (Finding.Related related : finding.related()) {
      out.println("  " + where(related.place()) + ": " + related.message());
    }
    finding.fixes().all().stream().findFirst().ifPresent(this::help);
  }

  /** What would mend it; {@code --fix} does what is safe. */
  private void help(Fix fix) {
    out.println("  help: " + fix.title() + (fix.safe() ? "" : " (unsafe)"));
  }

  private String where(Place place) {
    String file = place.file().relativeTo(result.root());
    Optional<SourceText> source = result.sources().source(place.file());
    if (source.isEmpty()) {
      return file;
    }
    LinePosition at = source.get().lines().position(place.range().start(), PositionEncoding.UTF16);
    return file + ":" + (at.line() + 1) + ":" + (at.column() + 1);
  }

  private void excerpt(Place place) {
    Optional<SourceText> source = result.sources().source(place.file());
    if (source.isEmpty()) {
      return;
    }
    LineIndex lines = source.get().lines();
    int line = lines.lineOf(place.range().start());
    int start = Math.max(lines.start(line), place.range().start() - AROUND);
    int end = Math.max(start, Math.min(lines.end(line), place.range().start() + AROUND));
    String text = source.get().text();
    String prefix = String.format("%5d | ", line + 1);
    out.println(prefix + text.substring(start, end));
    int from = Math.min(place.range().start(), end);
    int to = Math.max(from, Math.min(place.range().end(), end));
    String before = Printable.line(text.substring(start, from));
    int width = Printable.line(text.substring(from, to)).length();
    out.println("      | " + before.replaceAll("[^\t]", " ") + "^".repeat(Math.max(1, width)));
  }

  private void summary() {
    StringBuilder line = new StringBuilder();
    for (int i = Severity.values().length - 1; i >= 0; i--) {
      Severity severity = Severity.values()[i];
      line.append(line.isEmpty() ? "" : ", ").append(result.count(severity));
      line.append(' ').append(severity.text());
    }
    if (result.suppressed() > 0) {
      line.append(", ").append(result.suppressed()).append(" suppressed");
    }
    int files = result.projects().stream().mapToInt(m -> m.fileSet().size()).max().orElse(0);
    out.println(
        line + " in " + result.projects().size() + " project(s) of up to " + files + " files");
  }

  private void severity(Severity severity) {
    if (!color) {
      out.print(severity.text());
      return;
    }
    String code =
        switch (severity) {
          case ERROR -> "1;31";
          case WARNING -> "1;33";
          case INFO -> "1;34";
          case HINT -> "2";
        };
    out.painted(code, severity.text());
  }
}
