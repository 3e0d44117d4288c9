package kconfigls.rules.config;

import java.util.HashSet;
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
import kconfigls.syntax.ConfigLine;
import kconfigls.values.ConfigFile;
import kconfigls.values.DotConfig.Assignment;
import kconfigls.values.Place;

/**
 * Reports comments that were meant to count: nearly "is not set", or an assignment behind a mark.
 */
public final class ConfNearMissComment implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-near-miss-comment",
          Severity.WARNING,
          "a comment that nearly says that a symbol is not set");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern NOT_SET =
      Pattern.compile("#+[ \\t]*(\\w+)[ \\t]+is[ \\t]+not[ \\t]+set[\\s.,;!]*");
  private static final Pattern ASSIGNMENT = Pattern.compile("#+[ \\t]*(\\w+)=[^\\s=].*");

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Set<Place> read = new HashSet<>();
    Set<String> said = new HashSet<>();
    for (Assignment assignment : config.assignments()) {
      read.add(assignment.place());
      said.add(assignment.symbol());
    }
    for (ConfigFile file : config.stack().files()) {
      for (ConfigLine line : file.tree().lines()) {
        if (line instanceof ConfigLine.Comment || line instanceof ConfigLine.NotSet) {
          Place place = new Place(file.name(), file.tree().source(), line.range());
          if (!read.contains(place)) {
            check(config, place, said, sink);
          }
        }
      }
    }
  }

  private static void check(CheckedConfig config, Place place, Set<String> said, FindingSink sink) {
    String text = place.range().of(place.source().text());
    Matcher notSet = NOT_SET.matcher(text);
    if (notSet.matches() && isMeant(config, notSet.group(1), said)) {
      String exact = "# " + notSet.group(1) + " is not set";
      String message =
          "this is only a comment: to switch `"
              + notSet.group(1)
              + "` off the line must be exactly `"
              + exact
              + "`";
      Fix fix = Fix.unsafe("Write the exact form", ConfigEdits.replaceLine(config, place, exact));
      sink.report(Draft.of(config.place(place), message).fix(() -> List.of(fix)));
      return;
    }
    Matcher assignment = ASSIGNMENT.matcher(text);
    if (assignment.matches() && isMeant(config, assignment.group(1), said)) {
      String message = ConfigText.shown(place) + " is only a comment: it sets nothing";
      String line = text.substring(assignment.start(1));
      Fix fix = Fix.unsafe("Make it an assignment", ConfigEdits.replaceLine(config, place, line));
      sink.report(Draft.of(config.place(place), message).as(Severity.HINT).fix(() -> List.of(fix)));
    }
  }

  /** A symbol that the tree has, where it is known, and that no line that counts is about. */
  private static boolean isMeant(CheckedConfig config, String name, Set<String> said) {
    if (!name.startsWith(config.prefix()) || name.length() == config.prefix().length()) {
      return false;
    }
    String symbol = name.substring(config.prefix().length());
    boolean known =
        config.symbol(symbol) != null || (config.model() == null && !config.prefix().isEmpty());
    return known && !said.contains(symbol);
  }
}
