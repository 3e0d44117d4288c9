package kconfigls.model;

import java.util.function.Supplier;

/** Runs the commands of {@code $(shell,…)}; the same command has the same answer within a run. */
public interface Shell {
  /** Runs nothing: every result is unknown. */
  Shell NONE = (command, asker) -> Expansion.UNKNOWN;

  /**
   * The output of a command, as the language page's A.5 has it; unknown if it was not run.
   *
   * @param asker the file and line that ask for it, for messages
   */
  Expansion run(String command, Supplier<String> asker);
}
