package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.Place;

/** Reports lines that are neither an assignment nor a comment. */
public final class ConfMalformedLine implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-malformed-line",
          Severity.WARNING,
          "a line of a configuration file that is no assignment");
  private static final Pattern UNPREFIXED = Pattern.compile("(\\w+)=.*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Set<Place> prefixes = Prefixes.explained(config);
    for (ConfigProblem problem : config.problems(Kind.MALFORMED_LINE)) {
      if (!prefixes.contains(problem.place())) {
        sink.report(malformed(config, problem.place()));
      }
    }
    for (ConfigProblem problem : config.problems(Kind.MISSING_INCLUDE)) {
      String message = "the included file " + problem.message() + ": the build stops here";
      sink.report(Draft.of(config.place(problem.place()), message).as(Severity.ERROR));
    }
  }

  private static Draft malformed(CheckedConfig config, Place place) {
    String text = place.range().of(place.source().text());
    String stripped = text.strip();
    List<Fix> fixes = new ArrayList<>();
    String message;
    Matcher unprefixed = UNPREFIXED.matcher(stripped);
    if (text.startsWith("\uFEFF")) {
      message = "the line begins with a byte order mark: it is ignored";
      fixes.add(replace(config, place, "Delete the byte order mark", text.substring(1)));
    } else if (stripped.isEmpty()) {
      message = "a line of blanks is no empty line: the program warns, and ignores it";
      fixes.add(Fix.safe("Delete the blanks", ConfigEdits.replaceLine(config, place, "")));
    } else if (!stripped.equals(text) && isLine(config, stripped)) {
      message = ConfigText.shown(place) + " is indented: the line is ignored";
      fixes.add(replace(config, place, "Begin the line at its first column", stripped));
    } else if (unprefixed.matches() && isKnown(config, unprefixed.group(1))) {
      message =
          ConfigText.shown(place) + " lacks the prefix `" + config.prefix() + "`: it is ignored";
      fixes.add(replace(config, place, "Add the prefix", config.prefix() + stripped));
    } else {
      message = ConfigText.shown(place) + " is no assignment: the line is ignored";
      if (config.symbol(withoutPrefix(config, stripped)) != null) {
        fixes.add(replace(config, place, "Add '=y'", stripped + "=y"));
      }
    }
    fixes.add(Fix.unsafe("Delete the line", ConfigEdits.deleteLine(config, place)));
    List<Fix> all = List.copyOf(fixes);
    return Draft.of(config.place(place), message).fix(() -> all);
  }

  private static Fix replace(CheckedConfig config, Place place, String title, String text) {
    return Fix.unsafe(title, ConfigEdits.replaceLine(config, place, text));
  }

  private static boolean isLine(CheckedConfig config, String text) {
    return text.startsWith("#") || text.startsWith(config.prefix());
  }

  private static boolean isKnown(CheckedConfig config, String name) {
    return !config.prefix().isEmpty() && config.symbol(name) != null;
  }

  private static String withoutPrefix(CheckedConfig config, String name) {
    return name.startsWith(config.prefix()) ? name.substring(config.prefix().length()) : "";
  }
}
