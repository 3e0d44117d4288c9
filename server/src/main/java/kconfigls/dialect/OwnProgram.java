package kconfigls.dialect;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.dialect.SourceResolution.From;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/**
 * What a tree's own copy of the C program accepts, read from its sources: the language page, E.3. A
 * feature is told by the words that the scanner, the parser or the rest of the program must hold.
 */
final class OwnProgram {
  /** Where projects keep the program, relative to the tree's root. */
  private static final List<String> FOLDERS =
      List.of(
          "scripts/kconfig",
          "util/kconfig",
          "tools/kconfig",
          "support/kconfig",
          "scripts/config",
          "3rdparty/kconfig",
          "extra/config",
          "kconfig");

  private static final List<String> SCANNERS =
      List.of(
          "lexer.l",
          "zconf.l",
          "zconf.gperf",
          "kconf_id.c",
          "zconf.hash.c",
          "zconf.hash.c_shipped");
  private static final List<String> PARSERS = List.of("parser.y", "zconf.y");
  private static final List<String> GENERATED = List.of("zconf.tab.c_shipped", "zconf.tab.c");

  /** The features that {@link #read} can tell. */
  private static final Set<Feature> TOLD =
      EnumSet.of(
          Feature.MACROS,
          Feature.ASSIGNMENTS,
          Feature.DOLLAR_VARIABLES,
          Feature.HELP_DASHES,
          Feature.BOOLEAN,
          Feature.OPTION,
          Feature.OPTIONAL,
          Feature.MODULES,
          Feature.TRANSITIONAL,
          Feature.IMPLY,
          Feature.VISIBLE,
          Feature.ORDER_COMPARISONS,
          Feature.RESET,
          Feature.REQUIRES_ENABLE,
          Feature.OPTION_ENV,
          Feature.OLD_SCANNER,
          Feature.UNQUOTED_SOURCE,
          Feature.UNQUOTED_PROMPT,
          Feature.DOTTED_WORDS,
          Feature.MODULES_BY_NAME,
          Feature.REPEATED_SOURCE_REFUSED);

  /** The features that only a parser's grammar tells, which may be there in generated form only. */
  private static final Set<Feature> TOLD_BY_GRAMMAR =
      EnumSet.of(
          Feature.CONDITIONAL_DEPENDS,
          Feature.DEPENDS_WITHOUT_ON,
          Feature.MAINMENU_ANYWHERE,
          Feature.ANY_IN_CHOICE,
          Feature.SOURCE_IN_CHOICE,
          Feature.NAMED_CHOICE,
          Feature.CHOICE_TYPE,
          Feature.CHOICE_BOOL_PROMPT,
          Feature.CHOICE_PROMPT_NEEDED,
          Feature.CHOICE_MEMBERS_CHECKED,
          Feature.MENUCONFIG_PROMPT_NEEDED);

  /** The features that the rest of the program tells. */
  private static final Set<Feature> TOLD_BY_VALUES =
      EnumSet.of(
          Feature.TRISTATE_CHOICE,
          Feature.OUT_OF_RANGE_DROPPED,
          Feature.NUMBERS_START_AT_ZERO,
          Feature.IMPLY_WITHIN_DEPENDENCIES);

  /** The features that the reading of configuration files tells. */
  private static final Set<Feature> TOLD_BY_CONFIGS =
      EnumSet.of(
          Feature.NOT_SET_ENDS_LINE,
          Feature.NOT_SET_AFTER_ANYTHING,
          Feature.FIRST_ASSIGNMENT_COUNTS,
          Feature.ALL_WRITTEN);

  /** Releases of Linux whose program differs from the one before in a feature that is told. */
  private static final List<Integer> RELEASES =
      List.of(
          206, 300, 403, 410, 416, 418, 500, 507, 508, 509, 513, 601, 608, 609, 610, 611, 613, 618,
          700, 702);

  /** How a build gives its program another prefix of symbols: {@code -DCONFIG_='"BR2_"'}. */
  private static final Pattern PREFIX = Pattern.compile("-DCONFIG_=['\"\\\\]+(\\w*)['\"\\\\]");

  private static final Pattern DEPENDS_IF = Pattern.compile("T_DEPENDS T_ON expr if_expr");
  private static final Pattern BARE_PROMPT = Pattern.compile("\\nprompt:\\s*T_WORD\\s");
  private static final Pattern IMPLIED_YES = Pattern.compile("implied\\.tri == yes");

  private final String scanner;
  private final String parser;
  private final String generated;
  private final String symbols;
  private final String files;
  private final String makefile;
  private final String inclusions;
  private final boolean preprocesses;
  private final Set<Feature> found = EnumSet.noneOf(Feature.class);

  private OwnProgram(TreeView view, VfsPath folder) {
    scanner = texts(view, folder, SCANNERS);
    parser = texts(view, folder, PARSERS);
    generated = parser.isEmpty() ? texts(view, folder, GENERATED) : "";
    symbols = view.head(folder.resolve("symbol.c"));
    files = view.head(folder.resolve("confdata.c"));
    inclusions = view.head(folder.resolve("util.c"));
    makefile = view.head(folder.resolve("Makefile"));
    preprocesses = view.isFile(folder.resolve("preprocess.c"));
  }

  private static String texts(TreeView view, VfsPath folder, List<String> names) {
    StringBuilder all = new StringBuilder();
    names.forEach(name -> all.append(view.head(folder.resolve(name))));
    return all.toString();
  }

  /** The dialect with what the tree's own program accepts; as it is where there is none. */
  static Dialect refine(Dialect named, TreeView view, VfsPath tree) {
    for (String folder : FOLDERS) {
      Optional<Dialect> refined =
          Optional.of(new OwnProgram(view, tree.resolve(folder)))
              .filter(OwnProgram::isReadable)
              .map(program -> program.refine(named));
      if (refined.isPresent()) {
        return refined.get();
      }
    }
    return named;
  }

  private boolean isReadable() {
    return hasKeyword("mainmenu") && hasKeyword("choice");
  }

  private Dialect refine(Dialect named) {
    read();
    Set<Feature> told = EnumSet.copyOf(TOLD);
    if (!parser.isEmpty()) {
      readGrammar();
      told.addAll(TOLD_BY_GRAMMAR);
    } else if (hasKeyword("requires")) {
      // the grammar of these years, seen in generated form only
      found.add(Feature.DEPENDS_WITHOUT_ON);
      found.add(Feature.MAINMENU_ANYWHERE);
      told.add(Feature.NAMED_CHOICE);
    }
    if (!symbols.isEmpty() && !files.isEmpty()) {
      readValues();
      told.addAll(TOLD_BY_VALUES);
    }
    if (files.contains("is not set")) {
      readConfigs();
      told.addAll(TOLD_BY_CONFIGS);
    }
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    features.addAll(named.features());
    features.removeAll(told);
    features.addAll(found);
    Dialect read = named.with(release(named.release(), told), features, source(named.source()));
    return read.withPrefix(prefix(named.prefix()));
  }

  private String prefix(String named) {
    Matcher matcher = PREFIX.matcher(makefile);
    return matcher.find() ? matcher.group(1) : named;
  }

  private SourceResolution source(SourceResolution named) {
    boolean own = scanner.contains("glob(");
    Glob.Syntax syntax = own ? Glob.Syntax.C : named.syntax();
    // it looks for the last slash of the including file's name
    boolean beside = scanner.contains("strrchr(path, '/')");
    return new SourceResolution(
        own || named.globs(), syntax, beside ? From.INCLUDING_FILE : named.from());
  }

  /** What a tree's copy is like if nothing else is known of the tree; empty without a copy. */
  static Optional<Dialect> kind(TreeView view, VfsPath tree) {
    return FOLDERS.stream()
        .map(folder -> new OwnProgram(view, tree.resolve(folder)))
        .filter(OwnProgram::isReadable)
        .findFirst()
        .map(program -> program.isOld() ? Dialects.oldKconfig() : Dialects.ownCopy());
  }

  /** Whether the scanner has two states for words, as it had until 4.20. */
  private boolean isOld() {
    return scanner.contains("COMMAND");
  }

  /** The release whose features are nearest to the ones found, and among those the likeliest. */
  private int release(int likeliest, Set<Feature> told) {
    int best = likeliest;
    for (int release : RELEASES) {
      if (difference(release, told) < difference(best, told)) {
        best = release;
      }
    }
    return best;
  }

  private int difference(int release, Set<Feature> told) {
    Set<Feature> features = Dialects.ofRelease(release);
    return (int) told.stream().filter(f -> features.contains(f) != found.contains(f)).count();
  }

  private void read() {
    boolean old = isOld();
    foundIf(preprocesses, Feature.MACROS);
    foundIf(preprocesses, Feature.ASSIGNMENTS);
    foundIf(symbols.contains("sym_expand_string_value"), Feature.DOLLAR_VARIABLES);
    foundIf(scanner.contains("---") || (old && !preprocesses), Feature.HELP_DASHES);
    foundIf(hasKeyword("boolean"), Feature.BOOLEAN);
    foundIf(hasKeyword("option"), Feature.OPTION);
    foundIf(hasKeyword("optional"), Feature.OPTIONAL);
    foundIf(hasKeyword("modules") && !hasKeyword("option"), Feature.MODULES);
    foundIf(hasKeyword("transitional"), Feature.TRANSITIONAL);
    foundIf(hasKeyword("imply"), Feature.IMPLY);
    foundIf(hasKeyword("visible"), Feature.VISIBLE);
    foundIf(scanner.contains("T_LESS"), Feature.ORDER_COMPARISONS);
    foundIf(hasKeyword("reset"), Feature.RESET);
    foundIf(hasKeyword("requires") || hasKeyword("enable"), Feature.REQUIRES_ENABLE);
    foundIf(old, Feature.OLD_SCANNER);
    foundIf(hasKeyword("option") && hasKeyword("env"), Feature.OPTION_ENV);
    boolean bare = parser.isEmpty() ? old : BARE_PROMPT.matcher(parser).find();
    foundIf(bare, Feature.UNQUOTED_SOURCE);
    foundIf(bare, Feature.UNQUOTED_PROMPT);
    foundIf(old || scanner.contains("/."), Feature.DOTTED_WORDS);
    foundIf((parser + generated).contains("\"MODULES\""), Feature.MODULES_BY_NAME);
    foundIf(inclusions.contains("repeated inclusion of"), Feature.REPEATED_SOURCE_REFUSED);
  }

  private void readGrammar() {
    boolean restricted = parser.contains("stmt_list_in_choice");
    boolean typed = parser.contains("logic_type prompt_stmt_opt") || parser.contains("T_TYPE");
    foundIf(DEPENDS_IF.matcher(parser).find(), Feature.CONDITIONAL_DEPENDS);
    foundIf(parser.contains("T_DEPENDS expr T_EOL"), Feature.DEPENDS_WITHOUT_ON);
    foundIf(parser.contains("stmt_list T_MAINMENU"), Feature.MAINMENU_ANYWHERE);
    foundIf(!restricted, Feature.ANY_IN_CHOICE);
    foundIf(
        !restricted || parser.contains("stmt_list_in_choice source_stmt"),
        Feature.SOURCE_IN_CHOICE);
    foundIf(parser.contains("T_CHOICE word_opt"), Feature.NAMED_CHOICE);
    foundIf(typed, Feature.CHOICE_TYPE);
    foundIf(typed || parser.contains("choice_option: T_BOOL"), Feature.CHOICE_BOOL_PROMPT);
    foundIf(parser.contains("choice must have a prompt"), Feature.CHOICE_PROMPT_NEEDED);
    foundIf(parser.contains("choice member must have"), Feature.CHOICE_MEMBERS_CHECKED);
    foundIf(
        parser.contains("zconf_error(\"menuconfig statement without prompt"),
        Feature.MENUCONFIG_PROMPT_NEEDED);
  }

  private void readValues() {
    boolean implied = symbols.contains("implied");
    foundIf(symbols.contains("sym_get_choice_prop"), Feature.TRISTATE_CHOICE);
    foundIf(files.contains("sym_string_within_range"), Feature.OUT_OF_RANGE_DROPPED);
    foundIf(symbols.contains("\"0x0\""), Feature.NUMBERS_START_AT_ZERO);
    foundIf(implied && !IMPLIED_YES.matcher(symbols).find(), Feature.IMPLY_WITHIN_DEPENDENCIES);
  }

  private void readConfigs() {
    foundIf(files.contains("strcmp(p, \"is not set\")"), Feature.NOT_SET_ENDS_LINE);
    foundIf(!files.contains("line[1] != ' '"), Feature.NOT_SET_AFTER_ANYTHING);
    foundIf(files.contains("trying to reassign symbol"), Feature.FIRST_ASSIGNMENT_COUNTS);
    boolean all = files.contains("we want to see all syms") || files.contains("_FORCEWRITE;");
    foundIf(all, Feature.ALL_WRITTEN);
  }

  private void foundIf(boolean condition, Feature feature) {
    if (condition) {
      found.add(feature);
    }
  }

  /** Whether the scanner has a keyword: quoted in C and lex, at the start of a line for gperf. */
  private boolean hasKeyword(String word) {
    return scanner.contains("\"" + word + "\"") || scanner.contains("\n" + word + ",");
  }
}
