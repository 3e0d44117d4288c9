package kconfigls.rules.config;

import java.util.HashSet;
import java.util.Set;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.text.TextRange;
import kconfigls.values.ConfigFile;
import kconfigls.vfs.VfsPath;

/** Reports configuration files that are named more than once among those that are merged. */
public final class MergeFragmentListedTwice implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config", "merge-fragment-listed-twice", Severity.WARNING, "a file that is merged twice");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Set<VfsPath> seen = new HashSet<>();
    Set<VfsPath> told = new HashSet<>();
    for (ConfigFile file : config.stack().files()) {
      VfsPath path = config.path(file.name());
      if (!seen.add(path) && told.add(path)) {
        String message = "this file is merged more than once: only its last place counts";
        sink.report(Draft.of(new kconfigls.analysis.Place(path, TextRange.at(0)), message));
      }
    }
  }
}
