package kconfigls.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import kconfigls.io.AllowedFolders;
import kconfigls.io.Environment;
import kconfigls.io.Lines;
import kconfigls.io.ProjectFinder;
import kconfigls.io.Settings;
import kconfigls.io.SettingsFile;
import kconfigls.rules.AllowList;
import kconfigls.rules.RuleSettings;
import kconfigls.rules.RuleTexts;
import kconfigls.rules.Severity;

/** What the command line, the settings file and the project's own lists say about rules. */
final class CheckRules {
  private CheckRules() {}

  /** The command line wins over the overrides of the settings file, and they over its rules. */
  static RuleSettings of(
      Settings settings,
      Map<String, String> commandLine,
      ProjectFinder.Wishes wishes,
      ProjectFinder.Tree tree) {
    List<RuleSettings.Override> overrides = new ArrayList<>();
    for (int i = 0; i < settings.overrides().size(); i++) {
      Settings.Override each = settings.overrides().get(i);
      var inFile = refusal(settings, "overrides[" + i + "].rules.");
      Map<String, Optional<Severity>> here = RuleTexts.severities(each.rules(), inFile);
      overrides.add(RuleTexts.override(settings.folder(), each.files(), here));
    }
    Map<String, Optional<Severity>> severities =
        new HashMap<>(RuleTexts.severities(settings.rules(), refusal(settings, "rules.")));
    Map<String, Optional<Severity>> said = RuleTexts.severities(commandLine, CheckRules::refuse);
    severities.putAll(said);
    overrides.add(new RuleSettings.Override(file -> true, said));
    return new RuleSettings(severities, overrides, allowed(wishes.variables(), tree));
  }

  private static BiConsumer<String, String> refusal(Settings settings, String path) {
    return (id, complaint) ->
        refuse(id, settings.places().getOrDefault(path + id, SettingsFile.NAME) + ": " + complaint);
  }

  private static void refuse(String id, String complaint) {
    throw new UsageException(complaint);
  }

  private static Map<String, Set<String>> allowed(
      Map<String, String> given, ProjectFinder.Tree tree) {
    Map<String, String> environment = new HashMap<>(Environment.ofProcess());
    environment.putAll(given);
    AllowedFolders folders =
        AllowedFolders.of(
            tree.specs(), AllowList.variables(Environment.ofProcess()), tree.srctree());
    return AllowList.allowed(
        environment,
        file -> Lines.of(tree.srctree().resolve(file), folders),
        complaint -> refuse("", complaint));
  }
}
