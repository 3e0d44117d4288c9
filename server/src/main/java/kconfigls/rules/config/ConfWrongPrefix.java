package kconfigls.rules.config;

import java.util.List;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports names with the prefix of another project, or of another kind of file. */
public final class ConfWrongPrefix implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-wrong-prefix",
          Severity.WARNING,
          "a name in a configuration file with the prefix of another project");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (Prefixes.Wrong wrong : Prefixes.wrong(config)) {
      String right =
          config.prefix().isEmpty()
              ? "symbols have no prefix here"
              : "the prefix is `" + config.prefix() + "` here";
      String message =
          "`" + wrong.prefix() + "` is the wrong prefix: " + right + ", and the line is ignored";
      Fix fix =
          Fix.unsafe(
              "Correct the prefix",
              ConfigEdits.replaceLine(config, wrong.place(), Prefixes.corrected(config, wrong)));
      sink.report(
          Draft.of(config.place(wrong.place()), message)
              .about(wrong.symbol())
              .fix(() -> List.of(fix)));
    }
  }
}
