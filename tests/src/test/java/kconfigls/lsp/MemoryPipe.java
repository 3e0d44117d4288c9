package kconfigls.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A pipe whose ends any thread may use. Those of the library break when the thread that wrote last
 * has ended, or when a writer is interrupted; a process's own streams do neither.
 */
final class MemoryPipe {
  private static final byte[] END = {};

  private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();

  OutputStream sink() {
    return new Sink();
  }

  InputStream source() {
    return new Source();
  }

  private final class Sink extends OutputStream {
    @Override
    public void write(int b) {
      chunks.add(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (length > 0) {
        chunks.add(Arrays.copyOfRange(bytes, offset, offset + length));
      }
    }

    @Override
    public void close() {
      chunks.add(END);
    }
  }

  private final class Source extends InputStream {
    private byte[] chunk = {0};
    private int at = 1;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (at == chunk.length && chunk != END) {
        chunk = next();
        at = 0;
      }
      if (chunk == END) {
        return -1;
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, bytes, offset, count);
      at += count;
      return count;
    }

    private byte[] next() throws IOException {
      try {
        return chunks.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
  }
}
