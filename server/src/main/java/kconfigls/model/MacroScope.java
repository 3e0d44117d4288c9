package kconfigls.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.dialect.MacroLibrary;
import kconfigls.model.ProjectModel.FileKey;
import org.jspecify.annotations.Nullable;

/** The macro variables of a project while it is linked: the language page, A.5. */
final class MacroScope {
  /** How many characters one expansion may handle. */
  static final int MAX_COST = 1 << 21;

  /** How many characters all expansions of a project may handle; Linux needs 80,000. */
  private static final long MAX_TOTAL_COST = 1L << 24;

  private static final int MAX_ISSUES = 10_000;

  /** More than any message or name of a real tree has. */
  private static final int MAX_SUBJECT = 1_000;

  private static final int MAX_POSITION_LENGTH = 9;

  /** A variable; the text of a simple one is expanded already. */
  static final class Variable {
    private static final MacroText EMPTY = MacroText.of("");

    private final MacroText text;
    private final boolean simple;
    private final boolean known;
    private int depth;

    private Variable(MacroText text, boolean simple, boolean known) {
      this.text = text;
      this.simple = simple;
      this.known = known;
    }

    static Variable recursive(String text) {
      return new Variable(MacroText.of(text), false, true);
    }

    static Variable simple(Expansion value) {
      return new Variable(value.known() ? MacroText.of(value.text()) : EMPTY, true, value.known());
    }

    MacroText text() {
      return text;
    }

    boolean isSimple() {
      return simple;
    }

    boolean isKnown() {
      return known;
    }

    /** How often the variable is being expanded right now. */
    int depth() {
      return depth;
    }

    void enter() {
      depth++;
    }

    void leave() {
      depth--;
    }
  }

  private final Map<String, Variable> variables = new HashMap<>();
  private final Set<MacroIssue> issues = new LinkedHashSet<>();
  private final Map<FileKey, Integer> lines = new LinkedHashMap<>();
  private final Map<String, String> environment;
  private final Shell shell;
  private final MacroLibrary library;
  private final ToIntFunction<FileKey> lineOf;
  private final boolean macros;
  private final PlainVariables plain;
  private boolean open;
  private boolean anyNameAssigned;
  private long totalCost;
  private boolean limitReported;

  /**
   * A scope without variables.
   *
   * @param lineOf the line of a key, from 1; less if it is not known
   */
  MacroScope(ProjectSpec spec, ToIntFunction<FileKey> lineOf) {
    Dialect dialect = spec.dialect();
    this.environment = spec.environment();
    this.shell = spec.shell();
    this.library = MacroLibrary.of(dialect);
    this.lineOf = lineOf;
    this.macros = dialect.has(Feature.MACROS);
    this.plain = new PlainVariables(spec, library.isPython());
    this.open = spec.isFragment();
  }

  /** What was reported, in order. */
  List<MacroIssue> issues() {
    return List.copyOf(issues);
  }

  /** The lines that expansions asked for. */
  Map<FileKey, Integer> lines() {
    return Map.copyOf(lines);
  }

  /** From now on a name that is not defined here may be defined in what is not known. */
  void open() {
    open = true;
  }

  /** Carries out an assignment; the name is that with its macros expanded. */
  void assign(Expansion name, String op, String value, MacroSite site) {
    if (!name.known()) {
      variables.clear();
      anyNameAssigned = true;
      return;
    }
    Variable old = variables.get(name.text());
    if (op.equals(":=")) {
      assignSimple(name.text(), value, site);
    } else if (op.equals("=") || (old == null && !anyNameAssigned)) {
      variables.put(name.text(), Variable.recursive(value));
    } else if (old == null) {
      variables.put(name.text(), Variable.simple(Expansion.UNKNOWN));
    } else {
      append(name.text(), old, value, site);
    }
  }

  /** The C program frees the old text before it expands the new one, which then must not use it. */
  private void assignSimple(String name, String value, MacroSite site) {
    if (!library.isPython()) {
      variables.put(name, Variable.simple(Expansion.UNKNOWN));
    }
    variables.put(name, Variable.simple(expand(value, false, site.assigned())));
  }

  private void append(String name, Variable old, String value, MacroSite site) {
    Expansion more =
        old.isSimple() ? expand(value, false, site.assigned()) : new Expansion(value, true);
    String text = old.text().text() + " " + more.text();
    if (!old.isKnown() || !more.known()) {
      variables.put(name, Variable.simple(Expansion.UNKNOWN));
    } else if (!mayCost(text.length(), site)) {
      variables.put(name, Variable.simple(Expansion.UNKNOWN));
    } else {
      variables.put(
          name,
          old.isSimple() ? Variable.simple(new Expansion(text, true)) : Variable.recursive(text));
    }
  }

  /**
   * The text with its macros expanded.
   *
   * @param quoted whether it is the inside of a string, where a backslash protects
   */
  Expansion expand(String text, boolean quoted, MacroSite site) {
    if (text.indexOf('$') < 0 && !(quoted && text.indexOf('\\') >= 0)) {
      return new Expansion(text, true);
    }
    if (text.length() > MAX_COST) {
      report(site, MacroIssue.Kind.TOO_COSTLY, "", "");
      return Expansion.UNKNOWN;
    }
    if (!mayCost(1, site)) {
      return Expansion.UNKNOWN;
    }
    Expansion value = new MacroRun(this, site).expand(MacroText.of(text), quoted);
    return quoted && value.known() ? inString(value.text(), site) : value;
  }

  private Expansion inString(String text, MacroSite site) {
    Expansion value = plain.inString(text, MAX_COST);
    if (value.text().length() > MAX_COST) {
      report(site, MacroIssue.Kind.TOO_COSTLY, "", "");
      return Expansion.UNKNOWN;
    }
    boolean longer = value.text().length() > text.length();
    return longer && !mayCost(value.text().length(), site) ? Expansion.UNKNOWN : value;
  }

  /** The name that a word means; unknown, and reported, if it expands to nothing. */
  Expansion expandRequired(String word, MacroSite site) {
    Expansion value = expand(word, false, site);
    if (value.known() && value.text().isEmpty()) {
      report(site, MacroIssue.Kind.EXPANDS_TO_NOTHING, word, "");
      return Expansion.UNKNOWN;
    }
    return value;
  }

  // ---- for the run of an expansion

  boolean hasMacros() {
    return macros;
  }

  MacroLibrary library() {
    return library;
  }

  PlainVariables plain() {
    return plain;
  }

  /** Whether so much more work may be done for the project; it is reported once if not. */
  boolean mayCost(int characters, MacroSite site) {
    totalCost += characters;
    if (totalCost <= MAX_TOTAL_COST) {
      return true;
    }
    if (!limitReported && !site.isQuiet()) {
      limitReported = true;
      report(site, MacroIssue.Kind.TOO_COSTLY_IN_ALL, "", "");
    }
    return false;
  }

  void report(MacroSite site, MacroIssue.Kind kind, String subject, String detail) {
    if (!site.isQuiet() && issues.size() < MAX_ISSUES) {
      FileInstance in = site.instance();
      issues.add(new MacroIssue(kind, in, site.key(), shortened(subject), shortened(detail)));
    }
  }

  /** A text, or its start if it is longer than any of a real tree. */
  static String shortened(String text) {
    return text.length() <= MAX_SUBJECT ? text : text.substring(0, MAX_SUBJECT) + "…";
  }

  @Nullable Variable variable(String name) {
    Variable variable = variables.get(name);
    return variable == null && anyNameAssigned ? Variable.simple(Expansion.UNKNOWN) : variable;
  }

  /** The argument that a name such as {@code 1} stands for; null if it stands for none. */
  @Nullable Expansion argument(String name, List<Expansion> arguments) {
    int position = arguments.isEmpty() ? -1 : position(name);
    if (library.isPython()) {
      boolean fromEnd = position < 0 && name.strip().matches("-\\d{1,9}");
      int index = fromEnd ? arguments.size() + Integer.parseInt(name.strip()) : position;
      return index >= 0 && index < arguments.size() ? arguments.get(index) : null;
    }
    return position > 0 && position <= arguments.size() ? arguments.get(position - 1) : null;
  }

  /** A number as {@code strtoul} or Python's {@code int} reads it; -1 for anything else. */
  private int position(String name) {
    String digits = library.isPython() ? name.strip() : name.stripLeading();
    digits = digits.startsWith("+") ? digits.substring(1) : digits;
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > MAX_POSITION_LENGTH ? -1 : Integer.parseInt(significant);
  }

  /** The result of a function that the dialect's program knows, called with a legal count. */
  Expansion call(String name, List<Expansion> arguments, MacroSite site) {
    return switch (name) {
      case "shell" -> shell(arguments.getFirst(), site);
      case "filename" -> new Expansion(site.file(), true);
      case "lineno" -> line(site);
      case "info" -> say(MacroIssue.Kind.INFO, arguments.getFirst(), site);
      case "warning-if" -> sayIf(MacroIssue.Kind.WARNING, arguments, site);
      case "error-if" -> sayIf(MacroIssue.Kind.ERROR, arguments, site);
      default -> other(name, arguments);
    };
  }

  private Expansion other(String function, List<Expansion> arguments) {
    if (!arguments.stream().allMatch(Expansion::known)) {
      return Expansion.UNKNOWN;
    }
    List<String> texts = arguments.stream().map(Expansion::text).toList();
    return library
        .value(function, texts, environment)
        .map(text -> new Expansion(text, true))
        .orElse(Expansion.UNKNOWN);
  }

  private Expansion shell(Expansion command, MacroSite site) {
    if (!command.known()) {
      return Expansion.UNKNOWN;
    }
    FileKey place = new FileKey(site.instance().file(), site.key());
    return shell.run(command.text(), () -> site.file() + ":" + lineOf.applyAsInt(place));
  }

  private Expansion line(MacroSite site) {
    FileKey place = new FileKey(site.instance().file(), site.key());
    int line = lines.computeIfAbsent(place, lineOf::applyAsInt);
    // the C program has read the end of the line when it carries out an assignment
    int shift = site.isAssigned() && !library.isPython() ? 1 : 0;
    return line < 1 ? Expansion.UNKNOWN : new Expansion(String.valueOf(line + shift), true);
  }

  private Expansion sayIf(MacroIssue.Kind kind, List<Expansion> arguments, MacroSite site) {
    Expansion condition = arguments.getFirst();
    boolean holds = condition.known() && condition.text().equals("y");
    return holds ? say(kind, arguments.getLast(), site) : Expansion.EMPTY;
  }

  private Expansion say(MacroIssue.Kind kind, Expansion text, MacroSite site) {
    report(site, kind, text.text(), text.known() ? "" : "a part of this text is not known");
    return Expansion.EMPTY;
  }

  /** The value of a name that is neither a variable nor a function. */
  Expansion other(String name, List<Expansion> arguments, MacroSite site) {
    boolean called = !arguments.isEmpty();
    String value = called && !library.isPython() ? null : environment.get(name);
    if (value != null) {
      return new Expansion(value, true);
    }
    if (called && library.isExtensible()) {
      return Expansion.UNKNOWN;
    }
    if (name.isEmpty()) {
      return Expansion.EMPTY;
    }
    if (open) {
      return Expansion.UNKNOWN;
    }
    if (called || !library.variables().contains(name)) {
      report(site, MacroIssue.Kind.UNDEFINED, name, called ? "called" : "");
    }
    return called || shell != Shell.NONE ? Expansion.EMPTY : Expansion.UNKNOWN;
  }
}
