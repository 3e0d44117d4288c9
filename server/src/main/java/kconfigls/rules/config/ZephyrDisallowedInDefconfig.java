package kconfigls.rules.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.values.DotConfig.Assignment;

/** Reports symbols in a board's or SoC's defconfig that Zephyr's compliance check refuses there. */
public final class ZephyrDisallowedInDefconfig implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "config",
              "zephyr-disallowed-in-defconfig",
              Severity.ERROR,
              "a symbol in a board's defconfig that drivers or boards must select")
          .only("zephyr");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Map<String, String> DISALLOWED =
      Map.of(
          "PINCTRL", "drivers that need it must select it",
          "BOARD_EARLY_INIT_HOOK", "boards that need it must select it in Kconfig",
          "BOARD_LATE_INIT_HOOK", "boards that need it must select it in Kconfig");
  private static final Pattern PLACE = Pattern.compile(".*/(boards|soc)/.*_defconfig");

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (Assignment assignment : config.assignments()) {
      String why = DISALLOWED.get(assignment.symbol());
      String path = config.path(assignment.place().file()).text();
      if (why != null && PLACE.matcher(path).matches()) {
        Fix fix = Fix.unsafe("Delete the line", ConfigEdits.deleteLine(config, assignment.place()));
        String message =
            ConfigText.name(config, assignment.symbol()) + " is not for a defconfig: " + why;
        sink.report(
            Draft.of(config.place(assignment.place()), message)
                .about(assignment.symbol())
                .fix(() -> List.of(fix)));
      }
    }
  }
}
