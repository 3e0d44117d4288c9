package kconfigls.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.Gaps;
import kconfigls.outline.SymbolType;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.DotConfig.Assignment;
import org.jspecify.annotations.Nullable;

/** Enters a configuration's wishes, as conf_read_simple does: the language page, C.7. */
final class UserValues {
  private static final int MAX_PROBLEMS = 10_000;

  private final ValueTable table;
  private final Gaps gaps;
  private final String prefix;
  private final boolean tristateChoices;
  private final boolean firstCounts;
  private final boolean lastMemberDecides;
  private final WishReader wishes;
  private final Renames renames;
  private final Set<String> choiceNames;
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final Map<ValueSymbol, Place> places = new LinkedHashMap<>();
  private final Map<ValueSymbol, Place> modular = new LinkedHashMap<>();
  private final List<Assignment> defaults = new ArrayList<>();
  private final Map<ValueSymbol, String> kept = new LinkedHashMap<>();
  private final Map<ValueSymbol, Place> keptPlaces = new LinkedHashMap<>();

  /**
   * @param gaps what is not known; a name that cannot be there is reported
   */
  UserValues(ValueTable table, Gaps gaps, DotConfig config) {
    Dialect dialect = config.dialect();
    this.table = table;
    this.gaps = gaps;
    this.prefix = dialect.prefix();
    this.tristateChoices = dialect.has(Feature.TRISTATE_CHOICE);
    this.firstCounts = dialect.has(Feature.FIRST_ASSIGNMENT_COUNTS);
    this.lastMemberDecides = dialect.has(Feature.LAST_MEMBER_DECIDES);
    this.wishes = new WishReader(dialect);
    this.choiceNames = table.choices().stream().map(c -> c.name).collect(Collectors.toSet());
    this.renames = Renames.of(config.stack().renames(), prefix, this::problem);
  }

  /** Enters all that a configuration says. */
  void enter(DotConfig config) {
    if (tristateChoices) {
      table.choices().forEach(choice -> choice.hasUserValue = true);
    }
    config.read(this::assignment, this::problem);
    defaults.forEach(this::keepDefault);
  }

  /** What was wrong, once it is known whether there are modules. */
  List<ConfigProblem> problems(boolean noModules) {
    if (noModules) {
      modular.forEach(
          (symbol, place) -> {
            if (symbol.userTri == Tri.M) {
              String why = "m counts as y for " + prefix + symbol.name + ": modules are off";
              problem(new ConfigProblem(Kind.M_WITHOUT_MODULES, place, why, symbol.name, null));
            }
          });
    }
    return Collections.unmodifiableList(problems);
  }

  /** The values that are marked as defaults, in the order of their first lines. */
  Map<ValueSymbol, String> kept() {
    return Collections.unmodifiableMap(kept);
  }

  /** The lines of the symbols that have no value but one that is marked as default. */
  Map<ValueSymbol, Place> keptPlaces() {
    return Collections.unmodifiableMap(keptPlaces);
  }

  /** The symbols that are asked to be something, each with the line that counts. */
  Map<ValueSymbol, Place> requests() {
    return Collections.unmodifiableMap(places);
  }

  private void problem(ConfigProblem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    } else if (problems.size() == MAX_PROBLEMS) {
      String message = "too many problems: no more are told";
      problems.add(new ConfigProblem(Kind.TOO_MANY, problem.place(), message));
    }
  }

  private void problem(Kind kind, Assignment assignment, String message) {
    problem(new ConfigProblem(kind, assignment.place(), message, assignment.symbol(), null));
  }

  private void assignment(Assignment assignment) {
    Assignment renamed = table.find(assignment.symbol()) == null ? renamed(assignment) : assignment;
    ValueSymbol symbol = table.find(renamed.symbol());
    if (symbol == null) {
      unknown(renamed);
    } else if (renamed.isDefault()) {
      defaults.add(renamed);
    } else {
      enter(symbol, renamed);
    }
  }

  private Assignment renamed(Assignment old) {
    Renames.Target target = renames.of(old.symbol());
    if (target == null) {
      return old;
    }
    String names = prefix + old.symbol() + " is now " + prefix + target.symbol();
    problem(Kind.RENAMED_SYMBOL, old, names + (target.isInverted() ? ", inverted" : ""));
    if (!target.isInverted()) {
      return new Assignment(
          target.symbol(), old.value(), old.isNotSet(), old.isDefault(), old.place());
    }
    String value = old.value().startsWith("n") ? "y" : "n";
    return new Assignment(target.symbol(), value, false, old.isDefault(), old.place());
  }

  /** A name that is that of a choice is known, though it has no value here. */
  private void unknown(Assignment assignment) {
    boolean prose = assignment.isNotSet() && prefix.isEmpty();
    boolean known = choiceNames.contains(assignment.symbol());
    if (!known && !prose && !gaps.mayDefine(assignment.symbol())) {
      String name = Shown.text(prefix + assignment.symbol());
      problem(
          Kind.UNKNOWN_SYMBOL, assignment, "no symbol '" + name + "' here: the line is ignored");
    }
  }

  private void enter(ValueSymbol symbol, Assignment assignment) {
    Place earlier = symbol.hasUserValue ? places.get(symbol) : null;
    if (firstCounts && earlier != null) {
      duplicate(symbol, earlier, assignment);
      member(symbol, assignment.place());
      return;
    }
    switch (wishes.read(symbol, assignment)) {
      case Wish.Logic(int tri) -> {
        symbol.userTri = tri;
        if (tri == Tri.M) {
          modular.put(symbol, assignment.place());
        }
        accepted(symbol, earlier, assignment);
      }
      case Wish.Text(String text, String remark) -> {
        symbol.userText = text;
        if (!remark.isEmpty()) {
          problem(Kind.STRING_QUOTES, assignment, remark);
        }
        accepted(symbol, earlier, assignment);
      }
      case Wish.Refused(Kind kind, String why) ->
          problem(kind, assignment, why + ": the line is ignored");
      case Wish.None none -> {}
    }
  }

  private void accepted(ValueSymbol symbol, @Nullable Place earlier, Assignment assignment) {
    symbol.hasUserValue = true;
    if (earlier != null) {
      duplicate(symbol, earlier, assignment);
    }
    places.put(symbol, assignment.place());
    member(symbol, assignment.place());
  }

  /** Between files it is no mistake: that is what one writes several for. */
  private void duplicate(ValueSymbol symbol, Place earlier, Assignment assignment) {
    if (earlier.file().equals(assignment.place().file())) {
      String line = "line " + (earlier.position().line() + 1);
      String what = firstCounts ? "this is ignored, " + line + " counts" : line + " is ignored";
      String message = prefix + symbol.name + " is set more than once: " + what;
      problem(new ConfigProblem(Kind.DUPLICATE, assignment.place(), message, symbol.name, earlier));
    }
  }

  /** A value that is marked as default counts only where nothing else was said. */
  private void keepDefault(Assignment assignment) {
    ValueSymbol symbol = table.find(assignment.symbol());
    if (symbol == null) {
      return;
    }
    switch (wishes.read(symbol, assignment)) {
      case Wish.Logic(int tri) -> keep(symbol, Tri.text(tri), assignment);
      case Wish.Text(String text, String remark) -> keep(symbol, text, assignment);
      case Wish.Refused(Kind kind, String why) ->
          problem(kind, assignment, why + ": the line is ignored");
      case Wish.None none -> {}
    }
  }

  private void keep(ValueSymbol symbol, String value, Assignment assignment) {
    kept.put(symbol, value);
    if (!symbol.hasUserValue) {
      keptPlaces.put(symbol, assignment.place());
    }
  }

  private void member(ValueSymbol member, Place place) {
    ValueSymbol choice = member.choice;
    if (choice == null) {
      return;
    }
    if (member.userTri == Tri.Y) {
      conflict(member, choice, place);
    }
    choice.priority.remove(member);
    choice.priority.addFirst(member);
    if (lastMemberDecides) {
      mode(member, choice);
      return;
    }
    if (member.userTri == Tri.M && choice.userTri == Tri.Y) {
      choice.hasUserValue = false;
    } else if (member.userTri == Tri.Y && !(firstCounts && choice.userTri != Tri.N)) {
      choice.userMember = member;
    }
    choice.userTri = Math.max(choice.userTri, member.userTri);
  }

  /** Kconfiglib sets the choice itself to each value but n of a member, if its type allows it. */
  private static void mode(ValueSymbol member, ValueSymbol choice) {
    if (member.userTri == Tri.Y) {
      choice.userMember = member;
    }
    if (member.userTri == Tri.Y || (member.userTri == Tri.M && choice.is(SymbolType.TRISTATE))) {
      choice.userTri = member.userTri;
    }
  }

  private void conflict(ValueSymbol member, ValueSymbol choice, Place place) {
    for (ValueSymbol other : choice.members) {
      Place earlier = places.get(other);
      if (other != member
          && other.userTri == Tri.Y
          && earlier != null
          && earlier.file().equals(place.file())) {
        String which = firstCounts ? "first" : "last";
        String line = "line " + (earlier.position().line() + 1);
        String names = prefix + member.name + " and " + prefix + other.name + " (" + line + ")";
        String message = names + " are in one choice: the " + which + " one counts";
        problem(new ConfigProblem(Kind.CHOICE_CONFLICT, place, message, member.name, earlier));
        return;
      }
    }
  }
}
