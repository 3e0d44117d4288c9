package kconfigls.rules.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ConfigLine;
import kconfigls.values.ConfigFile;
import kconfigls.vfs.VfsPath;

/** Reports names that one sdkconfig gives two values, its block of deprecated names included. */
public final class EspDuplicateSdkconfig implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "config",
              "esp-duplicate-sdkconfig",
              Severity.WARNING,
              "a name with two values in an sdkconfig")
          .only("esp-idf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=(.*)");
  private static final Pattern NOT_SET = Pattern.compile("# (\\w+) is not set");

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (ConfigFile file : config.stack().files()) {
      Map<String, ConfigLine> lines = new HashMap<>();
      Map<String, String> values = new HashMap<>();
      String text = file.tree().source().text();
      VfsPath path = config.path(file.name());
      for (ConfigLine line : file.tree().lines()) {
        String shown = line.range().of(text).stripTrailing();
        Matcher assignment = ASSIGNMENT.matcher(shown);
        Matcher notSet = NOT_SET.matcher(shown);
        boolean assigned = assignment.matches();
        if (assigned || notSet.matches()) {
          String name = assigned ? assignment.group(1) : notSet.group(1);
          String value = assigned ? assignment.group(2) : "n";
          String earlier = values.put(name, value);
          ConfigLine before = lines.put(name, line);
          if (name.startsWith(config.prefix())
              && earlier != null
              && before != null
              && !earlier.equals(value)) {
            String message = "`" + name + "` has another value above";
            Place place = new Place(path, line.range());
            Related other = new Related(new Place(path, before.range()), "the other value");
            sink.report(Draft.of(place, message).about(name).see(List.of(other)));
          }
        }
      }
    }
  }
}
