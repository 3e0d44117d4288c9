package kconfigls.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.FileCell;
import kconfigls.io.DiskLoader;
import kconfigls.io.WorkspaceLoader;
import kconfigls.rules.Finding;
import kconfigls.rules.Fix;
import kconfigls.rules.FixRound;
import kconfigls.rules.RuleSettings;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/**
 * What a rule's fixes make of a tree.
 *
 * @param safe whether all fixes that were applied are safe; empty if there was none to apply
 * @param tree the tree after them
 */
public record FixedTree(Optional<Boolean> safe, CheckedTree tree) {
  private static final int MAX_ROUNDS = 20;

  /** Applies the first fix of each finding of a rule, until there is none left. */
  public static FixedTree of(CheckedTree tree, String rule, RuleSettings settings) {
    Optional<Boolean> safe = Optional.empty();
    CheckedTree now = tree;
    for (int i = 0; i < MAX_ROUNDS; i++) {
      List<Finding> own =
          now.findings().stream().filter(found -> found.rule().id().equals(rule)).toList();
      FixRound round =
          FixRound.of(own, now.workspace().snapshot()::present, applied -> isFirst(applied));
      if (round.applied().isEmpty()) {
        return new FixedTree(safe, now);
      }
      boolean all = round.applied().stream().allMatch(applied -> applied.fix().safe());
      safe = Optional.of(all && safe.orElse(true));
      Map<VfsPath, FileState> states = new HashMap<>();
      round
          .texts()
          .forEach(
              (path, text) ->
                  states.put(path, new FileState.Present(text, FileState.Origin.DISK, 0)));
      now.workspace().apply(new Change.Files(states, Map.of()));
      new WorkspaceLoader(now.workspace(), files -> {}).loadAll(CancelToken.NONE);
      now = CheckedTree.check(now.workspace(), settings);
    }
    return new FixedTree(Optional.of(false), now);
  }

  private static boolean isFirst(FixRound.Applied applied) {
    Fix first = applied.finding().fixes().all().getFirst();
    return first.title().equals(applied.fix().title());
  }

  /** The text of a file, also of one that nothing includes. */
  public SourceText text(VfsPath path) {
    return tree.workspace()
        .snapshot()
        .present(path)
        .map(FileCell::source)
        .orElseGet(() -> ((FileState.Present) DiskLoader.load(path)).source());
  }
}
