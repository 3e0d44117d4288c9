package kconfigls.rules.config;

import java.util.List;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.values.ConfigFile;
import kconfigls.values.Place;

/** Reports files that name the tree's symbols without their prefix throughout, once per file. */
public final class ConfMissingPrefix implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-missing-prefix",
          Severity.WARNING,
          "a configuration file none of whose lines has the prefix of symbols");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (ConfigFile file : config.stack().files()) {
      List<Place> lines = Prefixes.missing(config, file);
      if (!lines.isEmpty()) {
        String message =
            "none of the "
                + lines.size()
                + " assignments of this file has the prefix `"
                + config.prefix()
                + "`: all are ignored";
        Fix fix =
            Fix.unsafe(
                "Add the prefix to each",
                lines.stream()
                    .map(
                        line ->
                            ConfigEdits.replaceLine(
                                config,
                                line,
                                config.prefix() + line.range().of(line.source().text())))
                    .toArray(Fix.Edit[]::new));
        sink.report(Draft.of(config.place(lines.getFirst()), message).fix(() -> List.of(fix)));
      }
    }
  }
}
