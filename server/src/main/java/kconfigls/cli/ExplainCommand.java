package kconfigls.cli;

import java.util.concurrent.Callable;
import kconfigls.rules.Rule;
import kconfigls.rules.RulePages;
import kconfigls.rules.RuleTexts;
import kconfigls.rules.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain RULE}. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Prints a rule's page.")
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RULE", description = "the id of a rule")
  private String id = "";

  @Override
  public Integer call() {
    Rule rule = Rules.byId(id).orElseThrow(() -> new UsageException(RuleTexts.unknown(id)));
    Output.raw(spec).print(RulePages.page(rule.info()));
    return ExitCode.OK;
  }
}
