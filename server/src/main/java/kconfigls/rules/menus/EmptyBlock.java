package kconfigls.rules.menus;

import java.util.List;
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

/** Reports menus and {@code if} blocks that hold no statement. */
public final class EmptyBlock implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("menus", "empty-block", Severity.HINT, "a `menu` or `if` that holds nothing");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Block block
                  && !(block instanceof Statement.Choice) // has a rule of its own
                  && block.body().isEmpty()
                  && block.end() != null
                  && block.range().of(file.text()).indexOf('$') < 0 // a macro may do something
                  && !ChoiceBody.isBroken(file, block.range())) {
                String word = block.keyword().text();
                Place place = new Place(file.path(), block.keyword().range());
                Draft draft = Draft.of(place, "this `" + word + "` holds nothing");
                sink.report(draft.fix(() -> fixes(file, block)));
              }
            });
  }

  private static List<Fix> fixes(CheckedFile file, Statement.Block block) {
    boolean commented = block.range().of(file.text()).indexOf('#') >= 0;
    return commented
        ? List.of()
        : List.of(Fix.safe("Delete the block", Edits.in(file).deleteStatement(block)));
  }
}
