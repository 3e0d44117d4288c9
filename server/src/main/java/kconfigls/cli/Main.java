package kconfigls.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import kconfigls.text.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
@Command(
    name = "kconfig-ls",
    description = "Checks Kconfig trees and serves editors.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      CheckCommand.class,
      FormatCommand.class,
      SymbolsCommand.class,
      EvalCommand.class,
      WhyCommand.class,
      GraphCommand.class,
      RulesCommand.class,
      ExplainCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing at or above --fail-on",
      "1:findings",
      "2:the request could not be carried out",
      "3:a fault of the program itself"
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? Try --help");
  }

  /** Runs a command and ends the process with its exit status. */
  public static void main(String[] args) {
    System.exit(ServeCommand.isPlain(List.of(args)) ? ServeCommand.plain() : run(args));
  }

  /** Runs a command; the exit status. */
  static int run(String... args) {
    CommandLine commandLine = new CommandLine(new Main());
    Output.attach(commandLine);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionStrategy(Main::helpOrRun);
    commandLine.setParameterExceptionHandler(Main::usage);
    commandLine.setExecutionExceptionHandler(Main::failed);
    int status = execute(commandLine, args);
    commandLine.getOut().flush();
    return status;
  }

  /** Help is picocli's, with its own colours; all else that is printed is escaped. */
  private static int helpOrRun(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    Output.forPeople(parsed.commandSpec().commandLine());
    return new RunLast().execute(parsed);
  }

  private static int execute(CommandLine commandLine, String... args) {
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      long most = Runtime.getRuntime().maxMemory() >> 20;
      commandLine
          .getErr()
          .println(
              "kconfig-ls: " + most + " MB of memory are not enough for this: name fewer files");
      return ExitCode.FAULT;
    } catch (Error e) { // picocli leaves errors alone
      return fault(e, commandLine.getErr());
    }
  }

  private static int usage(ParameterException e, String[] args) {
    e.getCommandLine().getErr().println("kconfig-ls: " + line(e));
    return ExitCode.USAGE;
  }

  private static String line(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      if (unmatched.isUnknownOption()) {
        return unknownOption(unmatched);
      }
      if (e.getCommandLine().getParent() == null) {
        return unknownCommand(unmatched);
      }
    }
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage");
    return line.replace("option option '", "option '"); // picocli says it twice for maps
  }

  private static String unknownOption(UnmatchedArgumentException e) {
    String name = e.getUnmatched().getFirst().split("=", 2)[0];
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String help = "'" + command.qualifiedName() + " --help' lists all";
    String hint = Nearest.hint(name, command.optionsMap().keySet(), help);
    return "unknown option '" + name + "'" + hint;
  }

  private static String unknownCommand(UnmatchedArgumentException e) {
    String name = e.getUnmatched().getFirst();
    Set<String> known = e.getCommandLine().getSubcommands().keySet();
    return "unknown command '" + name + "'" + Nearest.hint(name, known, "--help lists all");
  }

  private static int failed(Exception e, CommandLine commandLine, ParseResult result) {
    PrintWriter err = commandLine.getErr();
    if (e instanceof UsageException) {
      err.println("kconfig-ls: " + e.getMessage());
      return ExitCode.USAGE;
    }
    return fault(e, err);
  }

  private static int fault(Throwable e, PrintWriter err) {
    err.println("kconfig-ls: a fault of the program itself, please report it: " + e);
    e.printStackTrace(err);
    return ExitCode.FAULT;
  }
}
