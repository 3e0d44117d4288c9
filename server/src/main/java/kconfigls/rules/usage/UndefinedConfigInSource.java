package kconfigls.rules.usage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.usage.FileUses;
import kconfigls.usage.SymbolUse;
import kconfigls.usage.UseKind;

/** Reports names of symbols in sources that no Kconfig file of the tree defines. */
public final class UndefinedConfigInSource implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "usage",
          "undefined-config-in-source",
          Severity.WARNING,
          "a symbol in a source that no Kconfig file defines");
  private static final int MAX_RELATED = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    if (!KnownNames.areComplete(projects)) {
      return;
    }
    KnownNames known = new KnownNames(projects);
    NearestNames nearest = new NearestNames(projects);
    List<String> all =
        projects.selected().stream().map(ProjectModel::spec).map(s -> s.name()).toList();
    for (FileUses file : projects.sources().files()) {
      if (!known.isForeign(file.path())) {
        undefined(file, known)
            .values()
            .forEach(uses -> draft(uses, nearest).ifPresent(d -> sink.report(d.in(all))));
      }
    }
  }

  /** The undefined names of a file that are worth a finding, with their places. */
  private static Map<String, List<SymbolUse>> undefined(FileUses file, KnownNames known) {
    Map<String, List<SymbolUse>> undefined = new LinkedHashMap<>();
    for (int i = 0; i < file.size(); i++) {
      String name = file.name(i);
      if (isUndefined(name, file.kind(i), known)) {
        undefined.computeIfAbsent(name, k -> new ArrayList<>(1)).add(file.get(i));
      }
    }
    // `defined(CONFIG_X) || defined(CONFIG_X_MODULE)` is one cause
    undefined.keySet().removeIf(name -> hasBase(name, undefined));
    return undefined;
  }

  private static boolean hasBase(String name, Map<String, List<SymbolUse>> undefined) {
    String base = KnownNames.withoutModule(name);
    return !base.equals(name) && undefined.containsKey(base);
  }

  private static boolean isUndefined(String name, UseKind kind, KnownNames known) {
    return switch (kind) {
      case CONDITION -> !known.isDefined(name) && !KnownNames.isPlaceholder(name);
      case VARIANT -> !known.isDefinedInSomeVariant(name) && !KnownNames.isPlaceholder(name);
      case LABEL, TEXT ->
          !known.isDefined(name) && !known.isOfCode(name) && !KnownNames.isPlaceholder(name);
      // other code would not compile, so the name is something else
      case VALUE, DEFINITION, SETTING, PART, BARE -> false;
    };
  }

  /**
   * One finding for a name in a file, at the first place that decides something if there is one. A
   * text may speak of anything: it is wrong only if it repeats a condition, or if a symbol has
   * nearly the same name.
   */
  private static Optional<Draft> draft(List<SymbolUse> uses, NearestNames nearest) {
    SymbolUse first = uses.stream().min(Comparator.comparing(SymbolUse::kind)).orElseThrow();
    String name = first.name();
    Optional<String> similar = nearest.of(name);
    if (first.kind() == UseKind.TEXT && similar.isEmpty()) {
      return Optional.empty();
    }
    boolean decides = first.kind() == UseKind.CONDITION || first.kind() == UseKind.VARIANT;
    String message =
        "`"
            + name
            + "` is not defined in Kconfig"
            + (decides ? ": here it is never set" : "")
            + similar.map(other -> "; there is `" + other + "`").orElse("");
    Draft draft = Draft.of(place(first), message).about(name).see(others(uses, first));
    Draft judged = decides ? draft : draft.as(Severity.HINT);
    return Optional.of(
        similar.map(other -> judged.fix(() -> List.of(replacement(uses, other)))).orElse(judged));
  }

  private static Place place(SymbolUse use) {
    return new Place(use.file(), use.word());
  }

  private static List<Related> others(List<SymbolUse> uses, SymbolUse first) {
    return uses.stream()
        .filter(use -> use != first)
        .limit(MAX_RELATED)
        .map(use -> new Related(place(use), "here, too"))
        .toList();
  }

  private static Fix replacement(List<SymbolUse> uses, String other) {
    Fix.Edit[] edits =
        uses.stream()
            .map(use -> new Fix.Edit(new Place(use.file(), use.range()), other))
            .toArray(Fix.Edit[]::new);
    return Fix.unsafe("Replace by `" + other + "` in this file", edits);
  }
}
