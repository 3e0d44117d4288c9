package kconfigls.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import kconfigls.text.SourceText;

/** What other programs send to this one. */
public final class StandardInput {
  private StandardInput() {}

  /** All of it. */
  public static SourceText read() {
    try {
      return SourceText.of(System.in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
