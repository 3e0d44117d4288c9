package kconfigls.lsp;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The process that a server runs in.
 *
 * @param version of the program
 * @param exit ends the process with a status
 * @param errors takes a line for the one who started the process
 */
public record Host(String version, IntConsumer exit, Consumer<String> errors) {
  /** The status after a fault of the program: a client starts it again. */
  static final int FAULT = 3;
}
