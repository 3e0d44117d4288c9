package kconfigls.io.git;

import java.io.IOException;
import java.io.InputStream;

/** How many bytes of objects may still be made: few bytes of a repository can stand for many. */
final class Budget {
  /** A larger object is not read. */
  static final int MOST_OF_OBJECT = 32 << 20;

  /** An object that is larger than what is read. */
  static final class TooLargeException extends GitException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("an object is larger than " + (MOST_OF_OBJECT >> 20) + " MB");
    }
  }

  private long left;

  Budget(long bytes) {
    left = bytes;
  }

  /**
   * Room for some bytes of one object.
   *
   * @throws GitException if there is none
   */
  byte[] take(long bytes) {
    if (bytes < 0 || bytes > MOST_OF_OBJECT) {
      throw new TooLargeException();
    }
    left -= bytes;
    if (left < 0) {
      throw new GitException("reading the repository takes too long: its objects are too large");
    }
    return new byte[(int) bytes];
  }

  /**
   * An object that a stream holds and nothing else.
   *
   * @throws IOException if the stream has fewer or more bytes
   */
  byte[] read(InputStream in, long bytes) throws IOException {
    byte[] content = take(bytes);
    if (in.readNBytes(content, 0, content.length) != content.length || in.read() >= 0) {
      throw new IOException("an object has not the size that it states");
    }
    return content;
  }
}
