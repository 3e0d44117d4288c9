package kconfigls.cli;

import java.util.concurrent.Callable;
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
    throw new UsageException("not yet");
  }
}
