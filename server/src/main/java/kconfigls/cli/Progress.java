package kconfigls.cli;

import java.io.PrintWriter;
import kconfigls.text.escape.TerminalWriter;

/** A line on a terminal that says how far the work is, once it has taken a second. */
final class Progress {
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private final TerminalWriter err;
  private final boolean shown;
  private final long start = System.nanoTime();

  Progress(PrintWriter err, boolean shown) {
    this.err = TerminalWriter.of(err);
    this.shown = shown;
  }

  void loaded(int files) {
    say("reading: " + files + " files");
  }

  void say(String text) {
    if (shown && System.nanoTime() - start > PATIENCE_NANOS) {
      err.status(text);
    }
  }

  /** Removes the line. */
  void done() {
    if (shown) {
      err.status("");
    }
  }
}
