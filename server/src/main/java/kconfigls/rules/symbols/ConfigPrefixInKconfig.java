package kconfigls.rules.symbols;

import java.util.List;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.References;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports names with the prefix that symbols have outside of Kconfig only. */
public final class ConfigPrefixInKconfig implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "symbols",
          "config-prefix-in-kconfig",
          Severity.WARNING,
          "`CONFIG_` before the name of a symbol in Kconfig");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (References.Undefined undefined : References.undefined(projects, role -> true)) {
      if (undefined.hasPrefix()) {
        String prefix = projects.dialect(undefined.place().file()).prefix();
        String name = undefined.name().substring(prefix.length());
        String message =
            "`"
                + undefined.name()
                + "` is not defined, but `"
                + name
                + "` is: Kconfig has no `"
                + prefix
                + "` before names";
        Fix fix = Fix.unsafe("Replace by `" + name + "`", new Fix.Edit(undefined.place(), name));
        sink.report(Draft.of(undefined.place(), message).about(name).fix(() -> List.of(fix)));
      }
    }
  }
}
