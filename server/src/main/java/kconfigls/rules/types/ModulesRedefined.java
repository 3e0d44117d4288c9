package kconfigls.rules.types;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports all but the first symbol that is marked as the one of modules. */
public final class ModulesRedefined implements ProjectRule {
  private static final String NAME = "MODULES";
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types", "modules-redefined", Severity.ERROR, "a second symbol that switches modules on");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** A mark and the entry that it stands in. */
  private record Mark(String symbol, MenuNode node, Prop prop) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      Dialect dialect = model.spec().dialect();
      if (dialect.has(Feature.MODULES) || dialect.has(Feature.OPTION)) {
        new Search(projects, sink, dialect.has(Feature.MODULES_BY_NAME)).visit(model.menu());
      }
    }
  }

  /** One project; where the name decides, the marks of other symbols do nothing. */
  private static final class Search {
    private final CheckedProjects projects;
    private final FindingSink sink;
    private final boolean byName;
    private @Nullable Mark first;

    Search(CheckedProjects projects, FindingSink sink, boolean byName) {
      this.projects = projects;
      this.sink = sink;
      this.byName = byName;
    }

    void visit(MenuNode node) {
      Symbol symbol = node.symbol();
      if (symbol != null) {
        for (Prop prop : node.props()) {
          if (isMark(prop)) {
            mark(new Mark(symbol.name(), node, prop));
          }
        }
      }
      for (MenuNode child : node.children()) {
        visit(child);
      }
    }

    private static boolean isMark(Prop prop) {
      return (prop instanceof Prop.Flag flag && flag.name().equals("modules"))
          || (prop instanceof Prop.Option option && option.name().equals("modules"));
    }

    private void mark(Mark mark) {
      if (byName) {
        // the attribute of newer releases is told by keyword-too-new
        if (!mark.symbol().equals(NAME) && mark.prop() instanceof Prop.Option) {
          Place place = projects.semantics().property(mark.node(), mark.prop());
          String message =
              "this does nothing, for here the symbol `"
                  + NAME
                  + "` is that of modules by its name";
          sink.report(Draft.of(place, message).about(mark.symbol()).as(Severity.WARNING));
        }
        return;
      }
      Mark before = first;
      if (before == null) {
        first = mark;
        return;
      }
      Place place = projects.semantics().property(mark.node(), mark.prop());
      Place other = projects.semantics().property(before.node(), before.prop());
      String message = "`" + before.symbol() + "` is the symbol of modules already";
      Edits edits = Edits.in(projects, place.file());
      sink.report(
          Draft.of(place, message)
              .see(List.of(new Related(other, "the first one")))
              .fix(() -> List.of(Fix.unsafe("Delete the line", edits.deleteLines(place.range())))));
    }
  }
}
