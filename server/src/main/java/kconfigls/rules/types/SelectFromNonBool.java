package kconfigls.rules.types;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.WrittenFile;

/** Reports selects and implies of symbols that are never y or m. */
public final class SelectFromNonBool implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "select-from-non-bool",
          Severity.WARNING,
          "`select` or `imply` in a symbol that is no bool");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    WrittenFile.forEachProperty(
        projects,
        (file, entry, prop) -> {
          if (prop instanceof Prop.Select select) {
            SymbolType type = file.type(entry).orElse(null);
            if (type != null && !type.isLogic()) {
              String verb = select.imply() ? "implies" : "selects";
              String message =
                  "`" + entry.name() + "` is " + type.withArticle() + ": it never " + verb;
              Place place = file.place(select.key());
              Draft draft = Draft.of(place, message + " anything").about(entry.name());
              sink.report(draft.fix(() -> fixes(projects, place)));
            }
          }
        });
  }

  /** Not safe, although nothing changes: something was to be selected. */
  private static List<Fix> fixes(CheckedProjects projects, Place place) {
    Edits edits = Edits.in(projects, place.file());
    return List.of(Fix.unsafe("Delete the line", edits.deleteLines(place.range())));
  }
}
