package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.Completion.Item;
import kconfigls.ide.Completion.Kind;
import kconfigls.ide.support.Macros;
import kconfigls.model.ProjectModel;

/** Offers macro variables, built-in functions and environment variables. */
final class MacroItems {
  private static final List<String> BUILT_IN =
      List.of("shell", "info", "warning-if", "error-if", "filename", "lineno");

  private MacroItems() {}

  static List<Item> of(Semantics semantics, FileCell cell) {
    List<Item> items = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    Macros.all(semantics.snapshot(), any -> true)
        .forEach(one -> names.add(one.assignment().name()));
    names.forEach(name -> items.add(Item.of(name, Kind.MACRO, "macro", 0)));
    BUILT_IN.forEach(name -> items.add(Item.of(name, Kind.MACRO, "built-in function", 1)));
    semantics
        .projectOf(cell.path())
        .map(ProjectModel::spec)
        .ifPresent(
            spec ->
                spec.environment()
                    .forEach(
                        (name, value) ->
                            items.add(Item.of(name, Kind.MACRO, "environment: " + value, 2))));
    return items;
  }
}
