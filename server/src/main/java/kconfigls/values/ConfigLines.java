package kconfigls.values;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.syntax.ConfigLine;
import kconfigls.syntax.parse.ConfigParser;
import kconfigls.text.SourceText;
import kconfigls.values.ConfigFile.Inclusion;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.DotConfig.Assignment;

/**
 * The lines of one file as the program of a dialect takes them: conf_read_simple of the C program,
 * {@code _load_config} of Kconfiglib and esp-idf-kconfig.
 */
final class ConfigLines {
  private static final String DEFAULT_MARK = "# default:";
  private static final Pattern BEFORE_COMMENT = Pattern.compile("\\s+#");
  private static final String OLD_NAMES = "# Deprecated options for backward compatibility";
  private static final String OLD_NAMES_END = "# End of deprecated options";

  private final ConfigFile file;
  private final String text;
  private final Dialect dialect;
  private final String prefix;
  private final boolean python;
  private final boolean sdkconfig;

  /**
   * Whether kconfgen reads the file as one of defaults: it takes the blanks off both ends of each
   * line, and {@code CONFIG_A=} for {@code CONFIG_A=n}.
   */
  private final boolean stripped;

  /** Whether the C preprocessor takes blanks off the ends of lines: U-Boot's defconfigs. */
  private final boolean preprocessed;

  private final Consumer<Assignment> assignments;
  private final Consumer<ConfigProblem> problems;
  private boolean defaultFollows;
  private boolean skipping;

  ConfigLines(
      ConfigFile file,
      Dialect dialect,
      Consumer<Assignment> assignments,
      Consumer<ConfigProblem> problems) {
    this(
        file,
        dialect,
        dialect.has(Feature.CONFIG_INCLUDES) && file.name().endsWith("_defconfig"),
        assignments,
        problems);
  }

  private ConfigLines(
      ConfigFile file,
      Dialect dialect,
      boolean preprocessed,
      Consumer<Assignment> assignments,
      Consumer<ConfigProblem> problems) {
    this.preprocessed = preprocessed;
    this.file = file;
    this.assignments = assignments;
    this.problems = problems;
    this.text = file.tree().source().text();
    this.dialect = dialect;
    this.prefix = dialect.prefix();
    this.python = dialect.has(Feature.PYTHON_CONFIGS);
    this.sdkconfig = dialect.has(Feature.SDKCONFIG);
    this.stripped = sdkconfig && !isWritten(file);
  }

  /** Whether a sdkconfig is one that the program writes, and not one of defaults. */
  private static boolean isWritten(ConfigFile file) {
    return file.name().substring(file.name().lastIndexOf('/') + 1).equals("sdkconfig")
        || file.tree().source().text().contains("\n# Automatically generated file. DO NOT EDIT.\n");
  }

  void read() {
    List<ConfigLine> lines = file.tree().lines();
    for (int number = 0; number < lines.size(); number++) {
      switch (stripped ? withoutIndent(lines.get(number)) : lines.get(number)) {
        case ConfigLine.Assignment line -> assignment(line);
        case ConfigLine.NotSet line -> notSet(line);
        case ConfigLine.Include line -> include(line, number);
        case ConfigLine.Comment line -> comment(line);
        case ConfigLine.Blank line -> blank(line);
        case ConfigLine.Other line -> malformed(line);
      }
    }
  }

  /** What an indented line is without the blanks before it, at its place in the file. */
  private ConfigLine withoutIndent(ConfigLine line) {
    int start = line.start();
    while (start < line.end() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (start == line.start() || start == line.end()) {
      return line;
    }
    SourceText rest = SourceText.of(text.substring(start, line.end()));
    int by = start;
    return switch (ConfigParser.parse(rest).lines().getFirst()) {
      case ConfigLine.Assignment at -> new ConfigLine.Assignment(by, at.equals() + by, line.end());
      case ConfigLine.NotSet at -> new ConfigLine.NotSet(by, at.tail() + by, line.end());
      case ConfigLine other -> line;
    };
  }

  private void assignment(ConfigLine.Assignment line) {
    String name = line.name().of(text);
    boolean named = name.length() > prefix.length() || !python;
    boolean cut = !python && name.indexOf(0) >= 0;
    if (!name.startsWith(prefix) || !named || cut) {
      malformed(line);
    } else {
      tell(name, value(line), false, line);
    }
  }

  private String value(ConfigLine.Assignment line) {
    String value = line.value().of(text);
    if (sdkconfig) {
      return sdkconfigValue(value);
    }
    if (python || preprocessed) {
      return value.stripTrailing();
    }
    if (dialect.has(Feature.FIRST_ASSIGNMENT_COUNTS) && text.startsWith("\r", line.end())) {
      value += "\r";
    }
    int nul = value.indexOf(0);
    return nul < 0 ? value : value.substring(0, nul);
  }

  /** esp-idf-kconfig lets a comment follow a value without quotes. */
  private String sdkconfigValue(String value) {
    String line = value.stripTrailing();
    if (stripped && (line.isEmpty() || line.endsWith("="))) {
      line += "n";
    }
    return line.startsWith("\"") ? line : BEFORE_COMMENT.split(line, 2)[0].stripTrailing();
  }

  private void notSet(ConfigLine.NotSet line) {
    String name = line.name().of(text);
    boolean marked =
        dialect.has(Feature.NOT_SET_AFTER_ANYTHING) || text.charAt(line.start() + 1) == ' ';
    boolean open = dialect.has(Feature.NOT_SET_ENDS_LINE) && line.tail() < line.end();
    boolean named = name.length() > prefix.length() || !python;
    boolean cut = !python && name.indexOf(0) >= 0;
    if (marked && named && !cut && !open && name.startsWith(prefix)) {
      tell(name, "n", true, line);
    }
  }

  private void tell(String name, String value, boolean isNotSet, ConfigLine line) {
    boolean isDefault = defaultFollows;
    defaultFollows = false;
    if (!skipping) {
      String symbol = name.substring(prefix.length());
      Place place = file.place(line.range());
      assignments.accept(new Assignment(symbol, value, isNotSet, isDefault, place));
    }
  }

  private void include(ConfigLine.Include line, int number) {
    switch (file.inclusions().get(number)) {
      case Inclusion.Found found ->
          new ConfigLines(found.file(), dialect, preprocessed, assignments, problems).read();
      case Inclusion.Failed failed ->
          problems.accept(
              new ConfigProblem(Kind.MISSING_INCLUDE, file.place(line.path()), failed.why()));
      case null -> {
        // a comment in this dialect
      }
    }
  }

  private void comment(ConfigLine.Comment line) {
    if (line.mark() > line.start() && !python) {
      malformed(line);
    } else if (sdkconfig) {
      String comment = text.substring(line.mark(), line.end()).strip();
      defaultFollows |= comment.equals(DEFAULT_MARK);
      if (comment.equals(OLD_NAMES)) {
        skipping = true;
      } else if (comment.equals(OLD_NAMES_END)) {
        skipping = false;
      }
    }
  }

  private void blank(ConfigLine.Blank line) {
    boolean carriageReturn =
        dialect.has(Feature.FIRST_ASSIGNMENT_COUNTS) && text.startsWith("\r", line.end());
    if (!python && !preprocessed && (line.start() < line.end() || carriageReturn)) {
      malformed(line);
    }
  }

  private void malformed(ConfigLine line) {
    if (!skipping) {
      String shown = Shown.text(line.range().of(text));
      String message =
          text.startsWith("\uFEFF", line.start())
              ? "the line begins with a byte order mark: it is ignored"
              : "'" + shown + "' is no assignment: the line is ignored";
      problems.accept(new ConfigProblem(Kind.MALFORMED_LINE, file.place(line.range()), message));
    }
  }
}
