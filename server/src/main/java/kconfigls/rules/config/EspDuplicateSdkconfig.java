package kconfigls.rules.config;

import java.util.LinkedHashMap;
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
import kconfigls.syntax.RenameTree;
import kconfigls.text.TextRange;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigStack;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Reports names that one sdkconfig gives two values, its block of deprecated names included. */
public final class EspDuplicateSdkconfig implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "config",
              "esp-duplicate-sdkconfig",
              Severity.WARNING,
              "a name with two values in an sdkconfig")
          .only("esp-idf");
  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=(.*)");
  private static final Pattern NOT_SET = Pattern.compile("# (\\w+) is not set");

  /** What a line says of a name. */
  private record Said(String name, String value, TextRange range) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (ConfigFile file : config.stack().files()) {
      VfsPath path = config.path(file.name());
      Map<String, Said> said = new LinkedHashMap<>();
      for (ConfigLine line : file.tree().lines()) {
        Said now = said(file.tree().source().text(), line);
        if (now != null && now.name().startsWith(config.prefix())) {
          Said earlier = said.put(now.name(), now);
          if (earlier != null && !earlier.value().equals(now.value())) {
            String message = "`" + now.name() + "` has another value above";
            report(path, now, message, earlier, sink);
          }
        }
      }
      config.stack().renames().forEach(renames -> oldNames(path, renames, said, sink));
    }
  }

  private static @Nullable Said said(String text, ConfigLine line) {
    String shown = line.range().of(text).stripTrailing();
    Matcher assignment = ASSIGNMENT.matcher(shown);
    if (assignment.matches()) {
      return new Said(assignment.group(1), assignment.group(2), line.range());
    }
    Matcher notSet = NOT_SET.matcher(shown);
    return notSet.matches() ? new Said(notSet.group(1), "n", line.range()) : null;
  }

  /** An old name must have the value of its new one, or for a {@code !} the opposite. */
  private static void oldNames(
      VfsPath path, ConfigStack.RenameFile renames, Map<String, Said> said, FindingSink sink) {
    String text = renames.tree().source().text();
    for (RenameTree.Rename rename : renames.tree().renames()) {
      Said old = said.get(rename.oldName().of(text));
      Said now = said.get(rename.newName().of(text));
      if (old != null && now != null && !old.value().equals(expected(rename, now.value()))) {
        String message =
            "`" + old.name() + "` is the old name of `" + now.name() + "`, but has another value";
        report(path, old, message, now, sink);
      }
    }
  }

  private static String expected(RenameTree.Rename rename, String value) {
    if (!rename.isInverted()) {
      return value;
    }
    return value.equals("y") ? "n" : "y";
  }

  private static void report(
      VfsPath path, Said said, String message, Said other, FindingSink sink) {
    Related related = new Related(new Place(path, other.range()), "the other value");
    sink.report(
        Draft.of(new Place(path, said.range()), message).about(said.name()).see(List.of(related)));
  }
}
