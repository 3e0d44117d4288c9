package kconfigls.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a dialect's program expands macros: the language page, A.5.
 *
 * @param isPython whether it is Kconfiglib or a child of it: a computed name may be a position, the
 *     text of a simple variable is expanded again where it is used, and {@code $NAME} is expanded
 *     in what a string expands to
 * @param isExtensible whether functions may be defined outside of Kconfig files
 * @param maxDepth how many more times a function may be called while it is expanded already
 * @param maxArguments of a call
 * @param shellBytes how much of a command's output counts
 * @param functions all that are known, by name
 * @param variables names that builds set in the environment; their values are not known
 */
public record MacroLibrary(
    boolean isPython,
    boolean isExtensible,
    int maxDepth,
    int maxArguments,
    int shellBytes,
    Map<String, Arity> functions,
    Set<String> variables) {

  /** How many arguments a function takes. */
  public record Arity(int least, int most) {}

  private static final int UNLIMITED = Integer.MAX_VALUE;
  private static final int LONG_SHELL_RELEASE = 601;

  private static final Map<String, Arity> BUILT_IN =
      Map.of(
          "shell", new Arity(1, 1),
          "info", new Arity(1, 1),
          "warning-if", new Arity(2, 2),
          "error-if", new Arity(2, 2),
          "filename", new Arity(0, 0),
          "lineno", new Arity(0, 0));

  private static final Map<String, Arity> OF_ZEPHYR = ofZephyr();

  /** Names in small letters that the builds of real trees set. */
  private static final Set<String> BUILD_VARIABLES =
      Set.of("srctree", "objtree", "abs_srctree", "abs_objtree", "obj", "objk", "src", "top");

  public MacroLibrary {
    functions = Map.copyOf(functions);
    variables = Set.copyOf(variables);
  }

  /** The macros of a dialect. */
  public static MacroLibrary of(Dialect dialect) {
    return switch (dialect.name()) {
      case "zephyr" -> python(OF_ZEPHYR);
      case "kconfiglib", "esp-idf", "rt-thread" -> python(BUILT_IN);
      case "generic" -> c(dialect.release(), OF_ZEPHYR, true);
      default -> c(dialect.release(), BUILT_IN, false);
    };
  }

  /**
   * What a function beside the six of every dialect gives, called with as many arguments as it
   * takes; empty if that is not known.
   */
  public Optional<String> value(
      String function, List<String> arguments, Map<String, String> environment) {
    return functions.containsKey(function) && ZephyrFunctions.ALL.containsKey(function)
        ? ZephyrFunctions.value(function, arguments, environment)
        : Optional.empty();
  }

  /** Whether {@code $NAME} in a dialect's strings is meant for a shell that reads them later. */
  public static boolean isForLaterShell(Dialect dialect) {
    return dialect.name().equals("crosstool-ng");
  }

  private static MacroLibrary python(Map<String, Arity> functions) {
    return new MacroLibrary(true, true, 100, UNLIMITED, UNLIMITED, functions, BUILD_VARIABLES);
  }

  private static MacroLibrary c(int release, Map<String, Arity> functions, boolean extensible) {
    int bytes = release >= LONG_SHELL_RELEASE ? 4095 : 255;
    return new MacroLibrary(false, extensible, 1000, 15, bytes, functions, BUILD_VARIABLES);
  }

  private static Map<String, Arity> ofZephyr() {
    Map<String, Arity> all = new HashMap<>(ZephyrFunctions.ALL);
    all.putAll(BUILT_IN);
    return Map.copyOf(all);
  }
}
