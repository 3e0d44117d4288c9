package kconfigls.rules.usage;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.text.TextRange;
import kconfigls.usage.FileUses;
import kconfigls.usage.SourceLanguage;
import kconfigls.usage.SymbolUse;
import kconfigls.usage.UseKind;

/** Reports how sources of Linux ask for symbols, or set them, in ways that checkpatch refuses. */
public final class LinuxIsEnabledPrefix implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "usage",
              "linux-is-enabled-prefix",
              Severity.WARNING,
              "`IS_ENABLED` without `CONFIG_`, or instead of it a pair of conditions or a macro")
          .only("linux");
  private static final String BLANK = "(?:[ \t]|\\\\\r?\n)*";
  private static final Pattern DIRECTIVE =
      Pattern.compile("(?m)^[ \t]*#[ \t]*(if|ifdef|ifndef|endif)\\b");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    if (projects.sources().files().isEmpty() || projects.selected().isEmpty()) {
      return;
    }
    KnownNames known = new KnownNames(projects);
    List<String> all =
        projects.selected().stream().map(ProjectModel::spec).map(spec -> spec.name()).toList();
    for (FileUses file : projects.sources().files()) {
      if (file.language() == SourceLanguage.C && !known.isForeign(file.path())) {
        check(file, projects, draft -> sink.report(draft.in(all)));
      }
    }
  }

  private static void check(FileUses file, CheckedProjects projects, FindingSink sink) {
    for (int i = 0; i < file.size(); i++) {
      String name = file.name(i);
      boolean pair =
          i > 0
              && name.endsWith("_MODULE")
              && file.name(i - 1).equals(KnownNames.withoutModule(name))
              && file.kind(i) == UseKind.CONDITION;
      if (!projects.isDefinedAnywhere(pair ? file.name(i - 1) : name)) {
        continue; // undefined-config-in-source tells, if anything is wrong
      }
      if (pair) {
        pair(file.get(i - 1), file.get(i), projects).ifPresent(sink::report);
      } else if (file.kind(i) == UseKind.BARE) {
        sink.report(bare(file.get(i)));
      } else if (file.kind(i) == UseKind.DEFINITION && isPlain(file.get(i), projects)) {
        sink.report(definition(file.get(i)));
      }
    }
  }

  private static Draft bare(SymbolUse use) {
    Place place = new Place(use.file(), use.range());
    String message =
        "`"
            + use.name()
            + "` lacks its prefix: only `CONFIG_"
            + use.name()
            + "` asks for the symbol";
    Place start = new Place(use.file(), TextRange.at(use.range().start()));
    return Draft.of(place, message)
        .about(use.name())
        .fix(() -> List.of(Fix.unsafe("Add `CONFIG_`", new Fix.Edit(start, "CONFIG_"))));
  }

  private static Optional<Draft> pair(
      SymbolUse symbol, SymbolUse module, CheckedProjects projects) {
    return projects
        .sources()
        .texts()
        .text(symbol.file())
        .flatMap(text -> disjunction(text, symbol, module))
        .map(
            range -> {
              Place place = new Place(symbol.file(), range);
              String better = "IS_ENABLED(CONFIG_" + symbol.name() + ")";
              return Draft.of(place, "`" + better + "` says the same in one condition")
                  .about(symbol.name())
                  .fix(
                      () ->
                          List.of(
                              Fix.unsafe(
                                  "Replace by `" + better + "`", new Fix.Edit(place, better))));
            });
  }

  /** Where {@code defined(CONFIG_X) || defined(CONFIG_X_MODULE)} stands, if it is just that. */
  private static Optional<TextRange> disjunction(String text, SymbolUse symbol, SymbolUse module) {
    String name = Pattern.quote(symbol.name());
    Pattern pattern =
        Pattern.compile(
            "(?<!\\w)(?<!!)defined"
                + operand("CONFIG_" + name)
                + BLANK
                + "\\|\\|"
                + BLANK
                + "defined"
                + operand("CONFIG_" + name + "_MODULE\\b"));
    Matcher matcher = pattern.matcher(text);
    int from = text.lastIndexOf("defined", symbol.word().start());
    if (from < 0) {
      return Optional.empty();
    }
    matcher.region(from, text.length()).useTransparentBounds(true);
    boolean found = matcher.lookingAt() && matcher.end() >= module.word().end();
    boolean alone = found && matcher.end() - module.word().end() <= 2 && !isNegated(text, from);
    return alone ? Optional.of(new TextRange(from, matcher.end())) : Optional.empty();
  }

  private static boolean isNegated(String text, int from) {
    String before = text.substring(Math.max(0, from - 4), from).stripTrailing();
    return before.endsWith("!") || before.endsWith("&&");
  }

  private static String operand(String word) {
    return "(?:" + BLANK + "\\(" + BLANK + word + BLANK + "\\)|[ \t]+" + word + ")";
  }

  /** Whether a macro is defined whatever else holds, but for the guard of a header. */
  private static boolean isPlain(SymbolUse use, CheckedProjects projects) {
    Optional<String> text = projects.sources().texts().text(use.file());
    if (text.isEmpty()) {
      return false;
    }
    int depth = 0;
    int seen = 0;
    boolean guarded = false;
    Matcher matcher = DIRECTIVE.matcher(text.get()).region(0, use.word().start());
    while (matcher.find()) {
      guarded |= seen++ == 0 && matcher.group(1).equals("ifndef");
      depth += matcher.group(1).equals("endif") ? -1 : 1;
    }
    return depth == 0 || (depth == 1 && guarded && use.file().name().endsWith(".h"));
  }

  private static Draft definition(SymbolUse use) {
    return Draft.of(
            new Place(use.file(), use.word()),
            "`CONFIG_" + use.name() + "` belongs to Kconfig: a macro of this name hides its value")
        .about(use.name());
  }
}
