package kconfigls.rules.sources;

import java.util.List;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;

/** Reports sources of files that ESP-IDF's kconfcheck would not check. */
public final class SourceFileName implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "sources",
              "source-file-name",
              Severity.ERROR,
              "a sourced file whose name does not begin with `Kconfig.`")
          .only("esp-idf");

  /** Files that the build writes. */
  private static final Set<String> COLLECTED =
      Set.of(
          "COMPONENT_KCONFIGS_SOURCE_FILE",
          "COMPONENT_KCONFIGS_PROJBUILD_SOURCE_FILE",
          "COMPONENT_KCONFIGS_EXCLUDED_SOURCE_FILE",
          "COMPONENT_KCONFIGS_PROJBUILD_EXCLUDED_SOURCE_FILE");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Source source
                  && source.path() != null
                  && source.path().isQuoted()) {
                check(file, source, source.path(), sink);
              }
            });
  }

  private static void check(
      CheckedFile file, Statement.Source source, Term path, FindingSink sink) {
    Place place = new Place(file.path(), path.range());
    int end = source.keyword().range().end();
    if (end == path.range().start()) {
      sink.report(
          Draft.of(place, "a blank is missing after `" + source.keyword().text() + "`")
              .fix(() -> List.of(Fix.safe("Insert a blank", Edits.in(file).insert(end, " ")))));
      return;
    }
    String name = path.raw().substring(path.raw().lastIndexOf('/') + 1);
    boolean collected = path.raw().startsWith("$") && COLLECTED.contains(path.raw().substring(1));
    if (!collected && !name.startsWith("Kconfig.")) {
      sink.report(
          Draft.of(
              place,
              "only files whose names begin with `Kconfig.` may be sourced, not `" + name + "`"));
    }
  }
}
