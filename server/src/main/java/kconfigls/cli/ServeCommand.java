package kconfigls.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kconfigls.io.DiskWriter;
import kconfigls.io.Environment;
import kconfigls.io.LoopbackSocket;
import kconfigls.lsp.Host;
import kconfigls.lsp.StreamServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "The language server.")
final class ServeCommand implements Callable<Integer> {
  private static final String RECORD = "KCONFIG_LS_RECORD";

  @Option(names = "--stdio", description = "over stdin and stdout; the default")
  private boolean stdio;

  @Option(names = "--socket", paramLabel = "PORT", description = "connect to a port on loopback")
  private int port = -1;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      defaultValue = "${env:" + RECORD + "}",
      description = {
        "write all messages, with the texts of documents, to a file for a report of a bug;",
        "in a folder to a file of its own; default: the environment variable KCONFIG_LS_RECORD"
      })
  private @Nullable Path record;

  @Override
  public Integer call() {
    if (port >= 0 && stdio) {
      throw new UsageException("choose one of --stdio and --socket");
    }
    PrintWriter messages = record == null ? null : recordTo(record);
    return port >= 0 ? socket(messages) : stdio(messages);
  }

  /**
   * Whether this is what editors start. It needs no command line taken apart, which would take
   * longer than all else up to the first answer.
   */
  static boolean isPlain(List<String> args) {
    return (args.equals(List.of("serve")) || args.equals(List.of("serve", "--stdio")))
        && !Environment.ofProcess().containsKey(RECORD);
  }

  /** Runs what {@link #isPlain} told. */
  static int plain() {
    return stdio(null);
  }

  private static int stdio(@Nullable PrintWriter messages) {
    InputStream in = System.in;
    PrintStream out = System.out;
    // whatever prints by accident must not disturb the protocol
    System.setOut(System.err);
    serve(in, new BufferedOutputStream(out, 1 << 16), messages);
    return ExitCode.OK;
  }

  private static PrintWriter recordTo(Path place) {
    String own = "kconfig-ls-" + ProcessHandle.current().pid() + "-";
    try {
      return Files.isDirectory(place)
          ? DiskWriter.openIn(place, own, ".jsonl")
          : DiskWriter.open(place);
    } catch (IOException e) {
      throw new UsageException("--record " + place + ": " + DiskWriter.reason(e));
    }
  }

  private int socket(@Nullable PrintWriter messages) {
    try (LoopbackSocket socket = LoopbackSocket.connect(port)) {
      serve(socket.in(), socket.out(), messages);
      return ExitCode.OK;
    } catch (IOException e) {
      throw new UsageException("--socket " + port + ": " + e.getMessage());
    }
  }

  /** Ends the process when the client has gone: the server's threads may still be at work. */
  private static void serve(InputStream in, OutputStream out, @Nullable PrintWriter messages) {
    Host host = new Host(Version.number(), System::exit, ServeCommand::tell);
    Optional<String> broken = StreamServer.serve(in, out, host, messages);
    broken.ifPresent(
        why ->
            tell("the messages of the client cannot be told apart: " + why + "; the server ends"));
    System.exit(broken.isPresent() ? ExitCode.USAGE : ExitCode.FINDINGS);
  }

  private static void tell(String line) {
    System.err.println("kconfig-ls: " + line);
  }
}
