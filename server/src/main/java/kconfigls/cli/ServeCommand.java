package kconfigls.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import kconfigls.io.LoopbackSocket;
import kconfigls.lsp.StreamServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "The language server.")
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--stdio", description = "over stdin and stdout; the default")
  private boolean stdio;

  @Option(names = "--socket", paramLabel = "PORT", description = "connect to a port on loopback")
  private int port = -1;

  @Override
  public Integer call() {
    if (port >= 0 && stdio) {
      throw new UsageException("choose one of --stdio and --socket");
    }
    if (port >= 0) {
      return socket();
    }
    InputStream in = System.in;
    PrintStream out = System.out;
    // whatever prints by accident must not disturb the protocol
    System.setOut(System.err);
    serve(in, new BufferedOutputStream(out, 1 << 16));
    return ExitCode.OK;
  }

  private int socket() {
    try (LoopbackSocket socket = LoopbackSocket.connect(port)) {
      serve(socket.in(), socket.out());
      return ExitCode.OK;
    } catch (IOException e) {
      throw new UsageException("--socket " + port + ": " + e.getMessage());
    }
  }

  /**
   * Ends the process when the client has gone: the protocol's threads would keep it for a minute.
   */
  private static void serve(InputStream in, OutputStream out) {
    StreamServer.serve(in, out, Version.number(), System::exit);
    System.exit(ExitCode.FINDINGS);
  }
}
