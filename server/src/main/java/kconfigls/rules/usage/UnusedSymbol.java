package kconfigls.rules.usage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.ExpandedReference;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.Reference;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.usage.FileUses;
import kconfigls.usage.SourceLanguage;
import kconfigls.usage.UseKind;
import kconfigls.vfs.VfsPath;

/** Reports symbols that nothing names: no expression, no source, no configuration file. */
public final class UnusedSymbol implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of("usage", "unused-symbol", Severity.HINT, "a symbol that nothing uses");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    if (!KnownNames.areComplete(projects)) {
      return;
    }
    Map<String, Symbol> unused = idle(projects);
    unused.keySet().removeAll(named(projects));
    removeUsed(projects, unused);
    if (!unused.isEmpty()) {
      // names may be put together: then a part of them stands alone somewhere
      unused.keySet().removeAll(mentioned(projects, unused.keySet()));
    }
    unused.values().forEach(symbol -> sink.report(draft(projects, symbol)));
  }

  /** The symbols of the selected projects that do nothing by themselves. */
  private static Map<String, Symbol> idle(CheckedProjects projects) {
    Map<String, Symbol> idle = new LinkedHashMap<>();
    for (ProjectModel model : projects.selected()) {
      model.symbols().values().forEach(symbol -> idle.putIfAbsent(symbol.name(), symbol));
    }
    for (ProjectModel model : projects.semantics().snapshot().models()) {
      for (Symbol symbol : model.symbols().values()) {
        if (!symbol.nodes().stream().allMatch(UnusedSymbol::isIdle)) {
          idle.remove(symbol.name());
        }
      }
    }
    return idle;
  }

  /** Whether an entry changes no other symbol; a member of a choice does. */
  private static boolean isIdle(MenuNode node) {
    boolean made = node.item() instanceof Item.Entry entry && entry.macros();
    return !made
        && node.choice() == null
        && node.props().stream()
            .noneMatch(
                prop ->
                    prop instanceof Prop.Select
                        || prop instanceof Prop.SetValue
                        || prop instanceof Prop.Option
                        || prop instanceof Prop.Flag);
  }

  /** The names in the expressions of all projects. */
  private static Set<String> named(CheckedProjects projects) {
    Set<String> names = new HashSet<>();
    Set<VfsPath> seen = new HashSet<>();
    for (ProjectModel model : projects.semantics().snapshot().models()) {
      for (VfsPath file : model.fileSet()) {
        if (seen.add(file)) {
          projects.semantics().snapshot().present(file).stream()
              .flatMap(cell -> cell.outlined().outline().references().stream())
              .map(Reference::name)
              .forEach(names::add);
        }
      }
      model.expandedReferences().stream().map(ExpandedReference::name).forEach(names::add);
    }
    return names;
  }

  private static void removeUsed(CheckedProjects projects, Map<String, Symbol> unused) {
    Set<String> parts = new TreeSet<>();
    List<String> variants = projects.sources().spelling().variants();
    for (FileUses file : projects.sources().files()) {
      if (file.language() == SourceLanguage.KCONFIG) {
        continue;
      }
      for (int i = 0; i < file.size(); i++) {
        String name = file.name(i);
        unused.remove(name);
        unused.remove(KnownNames.withoutModule(name));
        if (file.kind(i) == UseKind.PART) {
          parts.add(name);
        } else if (file.kind(i) == UseKind.VARIANT) {
          variants.forEach(variant -> unused.remove(variant + name));
        }
      }
    }
    unused.keySet().removeIf(name -> parts.stream().anyMatch(name::startsWith));
  }

  /** Those of the names that stand somewhere without the prefix, but for the projects' files. */
  private static Set<String> mentioned(CheckedProjects projects, Set<String> names) {
    return projects
        .sources()
        .texts()
        .mentioned(Set.copyOf(names), file -> projects.including(file).isEmpty());
  }

  private static Draft draft(CheckedProjects projects, Symbol symbol) {
    MenuNode node = symbol.nodes().getFirst();
    String message =
        "nothing uses `"
            + symbol.name()
            + "`: no expression, source or configuration file names it";
    Draft draft = Draft.of(projects.semantics().name(node), message).about(symbol.name());
    return symbol.nodes().size() > 1 ? draft : draft.fix(() -> fixes(projects, node));
  }

  private static List<Fix> fixes(CheckedProjects projects, MenuNode node) {
    Edits edits = Edits.in(projects, node.file().file());
    int offset = projects.semantics().name(node).range().start();
    return edits.statementAt(offset).stream()
        .map(statement -> Fix.unsafe("Delete the entry", edits.deleteStatement(statement)))
        .toList();
  }
}
