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

/** Reports ranges of symbols that are no numbers. */
public final class RangeType implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of("types", "range-type", Severity.WARNING, "a range of a symbol that is no number");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    WrittenFile.forEachProperty(
        projects,
        (file, entry, prop) -> {
          if (prop instanceof Prop.Range range) {
            SymbolType type = file.type(entry).orElse(null);
            if (type != null && (type.isLogic() || type == SymbolType.STRING)) {
              String message =
                  "`" + entry.name() + "` is " + type.withArticle() + ", so a range has no effect";
              Place place = file.place(range.key());
              Draft draft = Draft.of(place, message).about(entry.name());
              sink.report(draft.fix(() -> fixes(projects, place)));
            }
          }
        });
  }

  private static List<Fix> fixes(CheckedProjects projects, Place place) {
    Edits edits = Edits.in(projects, place.file());
    return List.of(Fix.safe("Delete the line", edits.deleteLines(place.range())));
  }
}
