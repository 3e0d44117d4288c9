package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kconfigls.dialect.ConfigFiles;
import kconfigls.rules.CheckedConfig;
import kconfigls.syntax.ConfigLine;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.Place;

/** Names in configuration files without the prefix of the tree's symbols, or with another. */
final class Prefixes {
  private static final Pattern NAMED =
      Pattern.compile("(?:# )?(\\w+)(?:=.*| is not set.*)", Pattern.DOTALL);

  /** A name with a prefix that is not the tree's. */
  record Wrong(Place place, String prefix, String symbol) {}

  private Prefixes() {}

  /** The lines with a prefix that is wrong for certain. */
  static List<Wrong> wrong(CheckedConfig config) {
    List<Wrong> wrong = new ArrayList<>();
    Stream.concat(
            config.problems(Kind.MALFORMED_LINE).stream(),
            config.problems(Kind.UNKNOWN_SYMBOL).stream())
        .map(ConfigProblem::place)
        .forEach(place -> wrong(config, place).ifPresent(wrong::add));
    return wrong;
  }

  private static Optional<Wrong> wrong(CheckedConfig config, Place place) {
    Matcher line = NAMED.matcher(place.range().of(place.source().text()));
    if (!line.matches()) {
      return Optional.empty();
    }
    String name = line.group(1);
    String own = config.prefix();
    if (!own.isEmpty() && name.startsWith(own + own)) {
      return known(config, place, own, name.substring(own.length()));
    }
    for (String prefix : ConfigFiles.foreignPrefixes(config.dialect())) {
      if (name.startsWith(prefix)) {
        String rest = name.substring(prefix.length());
        return ConfigFiles.isOfOtherFiles(prefix, config.dialect())
            ? Optional.of(new Wrong(place, prefix, rest))
            : known(config, place, prefix, own + rest);
      }
    }
    return Optional.empty();
  }

  private static Optional<Wrong> known(
      CheckedConfig config, Place place, String prefix, String name) {
    String symbol = name.substring(config.prefix().length());
    return config.symbol(symbol) == null
        ? Optional.empty()
        : Optional.of(new Wrong(place, prefix, symbol));
  }

  /**
   * The assignments of a file whose lines all lack the prefix, so that nothing of it counts; empty
   * if some line has it, or there is only one.
   */
  static List<Place> missing(CheckedConfig config, ConfigFile file) {
    if (config.prefix().isEmpty() || config.model() == null) {
      return List.of();
    }
    List<Place> lines = new ArrayList<>();
    String text = file.tree().source().text();
    int known = 0;
    for (ConfigLine line : file.tree().lines()) {
      if (line instanceof ConfigLine.Assignment assignment) {
        String name = assignment.name().of(text);
        if (name.startsWith(config.prefix()) || !name.matches("\\w+")) {
          return List.of();
        }
        known += config.symbol(name) == null ? 0 : 1;
        lines.add(new Place(file.name(), file.tree().source(), line.range()));
      } else if (line instanceof ConfigLine.NotSet notSet
          && notSet.name().of(text).startsWith(config.prefix())) {
        return List.of();
      }
    }
    return lines.size() > 1 && known * 2 > lines.size() ? lines : List.of();
  }

  /** The lines that the rules about prefixes report. */
  static Set<Place> explained(CheckedConfig config) {
    Set<Place> explained = new HashSet<>();
    wrong(config).forEach(wrong -> explained.add(wrong.place()));
    config.stack().files().forEach(file -> explained.addAll(missing(config, file)));
    return explained;
  }

  /** The line with the right prefix. */
  static String corrected(CheckedConfig config, Wrong wrong) {
    String text = wrong.place().range().of(wrong.place().source().text());
    return text.replaceFirst(
        Pattern.quote(wrong.prefix()) + "(?:" + Pattern.quote(config.prefix()) + ")?",
        Matcher.quoteReplacement(config.prefix()));
  }
}
