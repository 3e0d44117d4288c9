package kconfigls.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kconfigls.io.AllowedFolders;
import kconfigls.io.Environment;
import kconfigls.io.Lines;
import kconfigls.io.Settings;
import kconfigls.model.ProjectSpec;
import kconfigls.rules.AllowList;
import kconfigls.rules.RuleSettings;
import kconfigls.rules.RuleTexts;
import kconfigls.rules.Severity;

/** What the settings say about rules; what is not understood is said and ignored. */
final class RuleSeverities {
  private RuleSeverities() {}

  /** The client's settings win over those of the trees' own files, each for its folder. */
  static RuleSettings of(
      Settings client,
      List<Settings> trees,
      List<ProjectSpec> projects,
      Consumer<String> complaints) {
    BiConsumer<String, String> complain = (id, text) -> complaints.accept("kconfig.rules: " + text);
    List<RuleSettings.Override> overrides = new ArrayList<>();
    for (Settings tree : trees) {
      Map<String, Optional<Severity>> all = RuleTexts.severities(tree.rules(), complain);
      overrides.add(RuleTexts.override(tree.folder(), List.of("**"), all));
      addOverrides(tree, complain, overrides);
    }
    Map<String, Optional<Severity>> all = RuleTexts.severities(client.rules(), complain);
    overrides.add(new RuleSettings.Override(file -> true, all));
    addOverrides(client, complain, overrides);
    Map<String, Set<String>> allowed =
        projects.stream().findFirst().map(project -> allowed(project, complaints)).orElse(Map.of());
    return new RuleSettings(Map.of(), overrides, allowed);
  }

  private static Map<String, Set<String>> allowed(
      ProjectSpec project, Consumer<String> complaints) {
    Map<String, String> environment = new HashMap<>(Environment.ofProcess());
    environment.putAll(project.environment());
    AllowedFolders folders =
        AllowedFolders.of(
            List.of(project), AllowList.variables(Environment.ofProcess()), project.srctree());
    return AllowList.allowed(
        environment, file -> Lines.of(project.srctree().resolve(file), folders), complaints);
  }

  private static void addOverrides(
      Settings settings,
      BiConsumer<String, String> complain,
      List<RuleSettings.Override> overrides) {
    for (Settings.Override each : settings.overrides()) {
      Map<String, Optional<Severity>> some = RuleTexts.severities(each.rules(), complain);
      overrides.add(RuleTexts.override(settings.folder(), each.files(), some));
    }
  }
}
