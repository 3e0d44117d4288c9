package kconfigls.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list of names that a project's own check lets be undefined: a file with one name a line and
 * comments after {@code #}.
 *
 * @param variable the variable of the environment that names the file
 * @param file where the project keeps it, below its root; empty if only the variable names it
 * @param rules the ids of the rules that it is about
 */
public record AllowList(String variable, String file, List<String> rules) {
  private static final List<String> IN_KCONFIG =
      List.of("undefined-symbol", "select-undefined", "uppercase-constant");
  private static final List<String> IN_SOURCES = List.of("undefined-config-in-source");

  /** Those of {@code make kconfig-sym-check} of Linux and of Zephyr's check_compliance.py. */
  private static List<AllowList> all() {
    return List.of(
        new AllowList("KCONFIG_SYM_CHECK_EXCLUDES", "", IN_KCONFIG),
        new AllowList("UNDEF_KCONFIG_INSIDE_ALLOWLIST_FILE", "", IN_KCONFIG),
        new AllowList("UNDEF_KCONFIG_OUTSIDE_ALLOWLIST_FILE", "", IN_SOURCES),
        new AllowList("", "scripts/ci/undef_kconfig_allowlist.txt", IN_SOURCES));
  }

  /** The variables of an environment that name such files. */
  public static Map<String, String> variables(Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.keySet().retainAll(all().stream().map(AllowList::variable).toList());
    return variables;
  }

  /**
   * The names by rule id.
   *
   * @param lines the lines of a file, whose path may be relative to the root; empty if it cannot be
   *     read
   * @param complaints takes one sentence for each file that a variable names and nobody can read
   */
  public static Map<String, Set<String>> allowed(
      Map<String, String> environment,
      Function<String, Optional<List<String>>> lines,
      Consumer<String> complaints) {
    Map<String, Set<String>> allowed = new HashMap<>();
    for (AllowList list : all()) {
      String named = environment.getOrDefault(list.variable(), "");
      String file = named.isEmpty() ? list.file() : named;
      Optional<List<String>> found = file.isEmpty() ? Optional.empty() : lines.apply(file);
      if (found.isEmpty() && !named.isEmpty()) {
        complaints.accept(list.variable() + ": " + named + " cannot be read");
      }
      for (String rule : list.rules()) {
        Set<String> names = allowed.computeIfAbsent(rule, id -> new HashSet<>());
        found.orElse(List.of()).stream().map(AllowList::name).forEach(names::add);
      }
    }
    return allowed;
  }

  /** The name in a line; empty for a line that names none. */
  private static String name(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }
}
