package kconfigls.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import org.jspecify.annotations.Nullable;

/** The macro variables of a project while it is linked: the language page, A.5. */
final class MacroScope {
  private static final int MAX_DEPTH = 200;
  private static final int MAX_LENGTH = 1 << 20;
  private static final int MAX_STEPS = 20_000;

  /** A variable; the text of a simple one is expanded already. */
  private record Variable(String text, boolean simple, boolean known) {}

  /** A variable that references itself. */
  static final class RecursionException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String variable;

    RecursionException(String variable) {
      super(variable, null, false, false);
      this.variable = variable;
    }

    String variable() {
      return variable;
    }
  }

  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, String> environment;
  private final Shell shell;
  private final boolean macros;
  private final boolean dollars;

  MacroScope(ProjectSpec spec) {
    Dialect dialect = spec.dialect();
    this.environment = spec.environment();
    this.shell = spec.shell();
    this.macros = dialect.has(Feature.MACROS);
    this.dollars = dialect.has(Feature.DOLLAR_VARIABLES);
  }

  /** Carries out an assignment. */
  void assign(String name, String op, String value, String file) {
    Variable old = variables.get(name);
    if (op.equals(":=")) {
      variables.put(name, simple(expand(value, file, false)));
    } else if (op.equals("=") || old == null) {
      variables.put(name, new Variable(value, false, true));
    } else if (old.simple()) {
      Expansion more = expand(value, file, false);
      Expansion all = new Expansion(old.text() + " " + more.text(), old.known() && more.known());
      variables.put(name, simple(all));
    } else {
      variables.put(name, new Variable(old.text() + " " + value, false, true));
    }
  }

  private static Variable simple(Expansion expansion) {
    return new Variable(expansion.text(), true, expansion.known());
  }

  /** The text with its macros expanded; {@code escapes} says whether a backslash protects. */
  Expansion expand(String text, String file, boolean escapes) {
    return new Run(file).expand(text, List.of(), escapes);
  }

  /** One expansion from outside, with its limits. */
  private final class Run {
    private final String file;
    private final Deque<String> active = new ArrayDeque<>();
    private int steps;

    Run(String file) {
      this.file = file;
    }

    Expansion expand(String text, List<Expansion> arguments, boolean escapes) {
      if (text.indexOf('$') < 0 && !(escapes && text.indexOf('\\') >= 0)) {
        return new Expansion(text, true);
      }
      if (++steps > MAX_STEPS || active.size() > MAX_DEPTH) {
        return Expansion.UNKNOWN;
      }
      StringBuilder out = new StringBuilder();
      boolean known = true;
      for (int i = 0; i < text.length(); ) {
        char c = text.charAt(i);
        if (escapes && c == '\\' && i + 1 < text.length()) {
          out.append(text.charAt(i + 1));
          i += 2;
          continue;
        }
        int end = c == '$' ? referenceEnd(text, i) : -1;
        if (end < 0) {
          known &=
              !(macros && text.startsWith("$(", i)); // it lacks its end, which is told elsewhere
          out.append(c);
          i++;
          continue;
        }
        Expansion value = reference(text, i, end, arguments);
        known &= value.known();
        out.append(value.text());
        i = end;
        if (out.length() > MAX_LENGTH) {
          return Expansion.UNKNOWN;
        }
      }
      return new Expansion(out.toString(), known);
    }

    /** Where the reference that begins at a {@code $} ends; -1 if it is none. */
    private int referenceEnd(String text, int dollar) {
      if (dollar + 1 >= text.length()) {
        return -1;
      }
      char next = text.charAt(dollar + 1);
      if (next == '(') {
        return macros ? closing(text, dollar + 1) : -1;
      }
      if (!dollars) {
        return -1;
      }
      if (next == '{') {
        int close = text.indexOf('}', dollar);
        return close < 0 ? -1 : close + 1;
      }
      int end = dollar + 1;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      return end == dollar + 1 ? -1 : end;
    }

    private static boolean isNamePart(char c) {
      return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private Expansion reference(String text, int start, int end, List<Expansion> arguments) {
      char open = text.charAt(start + 1);
      if (open != '(') {
        String name =
            text.substring(open == '{' ? start + 2 : start + 1, open == '{' ? end - 1 : end);
        return environment(name);
      }
      List<Expansion> parts = new ArrayList<>();
      for (String part : split(text.substring(start + 2, end - 1))) {
        parts.add(expand(part, arguments, false));
      }
      Expansion name = parts.removeFirst();
      return name.known() ? call(name.text(), parts, arguments) : Expansion.UNKNOWN;
    }

    private Expansion call(String name, List<Expansion> parts, List<Expansion> arguments) {
      if (parts.isEmpty() && isPosition(name)) {
        int index = Integer.parseInt(name) - 1;
        return index < arguments.size() ? arguments.get(index) : Expansion.EMPTY;
      }
      Variable variable = variables.get(name);
      if (variable != null) {
        return variable(name, variable, parts);
      }
      Expansion builtIn = builtIn(name, parts);
      if (builtIn != null) {
        return builtIn;
      }
      if (parts.isEmpty()) {
        return environment(name);
      }
      return shell == Shell.NONE ? Expansion.UNKNOWN : Expansion.EMPTY;
    }

    private static boolean isPosition(String name) {
      return !name.isEmpty()
          && name.length() <= 2
          && name.chars().allMatch(c -> c >= '0' && c <= '9')
          && !name.startsWith("0");
    }

    private Expansion variable(String name, Variable variable, List<Expansion> parts) {
      if (variable.simple()) {
        return new Expansion(variable.text(), variable.known());
      }
      if (parts.isEmpty() && active.contains(name)) {
        throw new RecursionException(name);
      }
      active.push(name);
      Expansion value = expand(variable.text(), parts, false);
      active.pop();
      return value;
    }

    private @Nullable Expansion builtIn(String name, List<Expansion> parts) {
      return switch (name) {
        case "shell" -> shell(parts);
        case "lineno" -> Expansion.UNKNOWN;
        case "info", "warning-if", "error-if" -> Expansion.EMPTY;
        case "filename" -> new Expansion(file, true);
        default -> null;
      };
    }

    private Expansion shell(List<Expansion> parts) {
      boolean runs = parts.size() == 1 && parts.getFirst().known();
      return runs ? shell.run(parts.getFirst().text()) : Expansion.UNKNOWN;
    }

    private Expansion environment(String name) {
      String value = environment.get(name);
      if (value != null) {
        return new Expansion(value, true);
      }
      return shell == Shell.NONE ? Expansion.UNKNOWN : Expansion.EMPTY;
    }
  }

  private static int closing(String text, int open) {
    int level = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        level++;
      } else if (c == ')' && --level == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static List<String> split(String call) {
    List<String> parts = new ArrayList<>();
    int level = 0;
    int from = 0;
    for (int i = 0; i < call.length(); i++) {
      char c = call.charAt(i);
      if (c == '(') {
        level++;
      } else if (c == ')') {
        level--;
      } else if (c == ',' && level == 0) {
        parts.add(call.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(call.substring(from));
    return parts;
  }
}
