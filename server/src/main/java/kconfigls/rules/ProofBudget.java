package kconfigls.rules;

import java.util.HashMap;
import java.util.Map;
import kconfigls.expr.Budget;
import kconfigls.vfs.VfsPath;

/**
 * How much work one rule may put into proofs in one run: in one file, and in all. A rule goes
 * through the files in their order, so that what it can decide does not depend on other rules.
 */
final class ProofBudget {
  /** Of the files of real trees, none takes 150,000 steps. */
  static final long STEPS_OF_FILE = 1L << 22;

  /** Linux with all architectures takes 600,000. */
  static final long STEPS_OF_RUN = 1L << 26;

  private final Budget run = Budget.of(STEPS_OF_RUN);
  private final Map<VfsPath, Budget> files = new HashMap<>();

  /** That of a file. */
  Budget of(VfsPath file) {
    return files.computeIfAbsent(file, key -> run.share(STEPS_OF_FILE));
  }
}
