package kconfigls.lsp;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kconfigls.io.Settings;
import kconfigls.model.ProjectSpec;
import kconfigls.rules.RuleFault;
import kconfigls.rules.RuleRunner;
import kconfigls.rules.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The rules under the settings that hold now. A runner is another one whenever they are others, so
 * that findings which are kept with the runner that found them are known to be old.
 */
final class CurrentRules {
  /** A runner, and what it was made of. */
  private record Made(
      Settings client, List<Settings> trees, Optional<ProjectSpec> first, RuleRunner runner) {}

  private final Session session;
  private final Consumer<String> complaints;
  private final Consumer<RuleFault> faults;
  private @Nullable Made made;

  /**
   * @param complaints is told what the settings say wrongly
   * @param faults is told of a rule that throws
   */
  CurrentRules(Session session, Consumer<String> complaints, Consumer<RuleFault> faults) {
    this.session = session;
    this.complaints = complaints;
    this.faults = faults;
  }

  synchronized RuleRunner runner() {
    Settings client = session.settings();
    List<Settings> trees = session.treeSettings();
    List<ProjectSpec> specs = session.workspace().snapshot().specs();
    Optional<ProjectSpec> first = specs.stream().findFirst();
    Made known = made;
    if (known != null
        && known.client().equals(client)
        && known.trees().equals(trees)
        && known.first().equals(first)) {
      return known.runner();
    }
    RuleRunner runner =
        new RuleRunner(Rules.all(), RuleSeverities.of(client, trees, specs, complaints), faults);
    made = new Made(client, trees, first, runner);
    return runner;
  }

  /** Makes a new runner next: files beside the settings may have changed. */
  synchronized void forget() {
    made = null;
  }
}
