package kconfigls.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A connection to a port of this machine. */
public final class LoopbackSocket implements AutoCloseable {
  private final Socket socket;

  private LoopbackSocket(Socket socket) {
    this.socket = socket;
  }

  public static LoopbackSocket connect(int port) throws IOException {
    if (port < 1 || port > 65535) {
      throw new IOException("a port is a number from 1 to 65535");
    }
    return new LoopbackSocket(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  public InputStream in() throws IOException {
    return socket.getInputStream();
  }

  public OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
