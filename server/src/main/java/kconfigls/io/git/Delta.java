package kconfigls.io.git;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** An object that a pack describes as parts of another one and insertions. */
final class Delta {
  private static final int WHOLE = 1 << 16;

  private Delta() {}

  /**
   * The object.
   *
   * @throws GitException if the delta does not fit the base
   */
  static byte[] apply(byte[] base, byte[] delta, Budget budget) {
    try {
      ByteBuffer in = ByteBuffer.wrap(delta);
      if (size(in) != base.length) {
        throw damaged();
      }
      byte[] out = budget.take(size(in));
      int at = 0;
      while (in.hasRemaining()) {
        int code = in.get() & 0xFF;
        if (code == 0) {
          throw damaged();
        }
        if (code < 0x80) {
          in.get(out, at, code);
          at += code;
        } else {
          int offset = number(in, code, 4);
          int length = number(in, code >> 4, 3);
          length = length == 0 ? WHOLE : length;
          System.arraycopy(base, offset, out, at, length);
          at += length;
        }
      }
      if (at != out.length) {
        throw damaged();
      }
      return out;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw damaged();
    }
  }

  private static GitException damaged() {
    return new GitException("the repository is damaged: a delta does not fit its base");
  }

  private static long size(ByteBuffer in) {
    long size = 0;
    int part;
    int shift = 0;
    do {
      part = in.get();
      size |= (long) (part & 0x7F) << shift;
      shift += 7;
    } while (part < 0 && shift < 63);
    return size;
  }

  /** A number of which only the bytes are there whose bits are set. */
  private static int number(ByteBuffer in, int bits, int bytes) {
    int number = 0;
    for (int i = 0; i < bytes; i++) {
      if ((bits & (1 << i)) != 0) {
        number |= (in.get() & 0xFF) << (8 * i);
      }
    }
    return number;
  }
}
