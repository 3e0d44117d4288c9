package kconfigls.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import kconfigls.rules.Rule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rules}. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists all rules.")
final class RulesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Rule rule : Rules.all()) {
      RuleInfo info = rule.info();
      out.println(
          String.format(
              "%-31s %-8s %-8s %s",
              info.id(), info.severity().text(), info.profile().text(), info.summary()));
    }
    return ExitCode.OK;
  }
}
