package kconfigls.io;

import java.io.IOException;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;

/** What other programs send to this one. */
public final class StandardInput {
  private StandardInput() {}

  /**
   * All of it.
   *
   * @throws IOException if it cannot be read, or is larger than a file may be; the message is a
   *     clause for people
   */
  public static SourceText read() throws IOException {
    byte[] bytes = System.in.readNBytes(FileState.MOST + 1);
    if (bytes.length > FileState.MOST) {
      throw new IOException("it is larger than " + (FileState.MOST >> 20) + " MB");
    }
    return SourceText.of(bytes);
  }
}
