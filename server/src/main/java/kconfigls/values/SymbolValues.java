package kconfigls.values;

import java.util.Map;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.Gaps;
import kconfigls.outline.Numbers;
import kconfigls.outline.SymbolType;
import kconfigls.values.Value.Origin;
import org.jspecify.annotations.Nullable;

/** Computes each symbol once, those that it depends on first (sym_calc_value in symbol.c). */
final class SymbolValues {
  private final ValueTable table;
  private final Gaps gaps;
  private final Dialect dialect;
  private final Map<String, String> assumed;
  private final Expressions expressions;
  private final Conditions conditions;
  private final Choices choices;
  private final TextValues texts;
  private int modules;

  SymbolValues(ValueTable table, Gaps gaps, Dialect dialect, Map<String, String> assumed) {
    this.table = table;
    this.gaps = gaps;
    this.dialect = dialect;
    this.assumed = assumed;
    this.expressions = new Expressions(this, dialect);
    this.conditions = new Conditions(this, expressions, table, dialect);
    this.choices = new Choices(this, conditions);
    this.texts = new TextValues(this, conditions, dialect);
  }

  /** Forgets all values, for something that decides them is another now. */
  void forget() {
    table.everything().forEach(symbol -> symbol.valid = false);
    conditions.forget();
  }

  Expressions expressions() {
    return expressions;
  }

  /** Computes the modules symbol; until then tristates count as bool. */
  void settleModules() {
    ValueSymbol symbol = table.modules();
    if (symbol != null) {
      compute(symbol);
      modules = mark(symbol.tri, symbol.known);
      conditions.forget();
    }
  }

  /** The value of the modules symbol in a condition. */
  int modules() {
    ValueSymbol symbol = table.modules();
    if (symbol == null) {
      return Tri.N;
    }
    compute(symbol);
    return mark(symbol.tri, symbol.known);
  }

  private static int mark(int tri, boolean known) {
    return known ? tri : tri | Tri.UNKNOWN;
  }

  int tri(String name) {
    ValueSymbol symbol = computed(name);
    if (symbol == null) {
      return isKnown(name) ? Tri.N : Tri.UNKNOWN;
    }
    return mark(symbol.tri, symbol.known);
  }

  /** Whether a word that no entry defines is certain to be no symbol, and so a text. */
  boolean isKnown(String word) {
    return Numbers.isLiteral(word) || !gaps.mayDefine(word);
  }

  /** The symbol with its value; null if nothing defines it. */
  @Nullable ValueSymbol computed(String name) {
    ValueSymbol symbol = table.find(name);
    if (symbol != null) {
      compute(symbol);
    }
    return symbol;
  }

  String shown(ValueSymbol symbol) {
    return symbol.isLogic() ? Tri.text(symbol.tri) : symbol.text;
  }

  /** Whether the symbol can be nothing but y or n now (sym_get_type). */
  boolean isBool(ValueSymbol symbol) {
    if (symbol.is(SymbolType.BOOL)) {
      return true;
    }
    boolean single =
        dialect.has(Feature.TRISTATE_CHOICE)
            && symbol.choice != null
            && Tri.value(symbol.visible) == Tri.Y;
    return symbol.is(SymbolType.TRISTATE) && (single || Tri.value(modules) == Tri.N);
  }

  void compute(ValueSymbol s) {
    if (s.valid) {
      return;
    }
    s.valid = true;
    s.known = true;
    s.written = false;
    s.origin = Origin.UNSET;
    s.tri = Tri.N;
    if (s.type.isEmpty()) {
      s.text = s.name;
      return;
    }
    s.text = empty(s.type.get());
    visibility(s);
    s.written = Tri.value(s.visible) != Tri.N;
    if (s.isLogic()) {
      logic(s);
    } else {
      texts.compute(s);
      s.known &= s.origin == Origin.USER || !gaps.mayGiveValue(s.name);
    }
    if (!s.isChoice) {
      assume(s);
    } else if (s.tri == Tri.Y && dialect.has(Feature.TRISTATE_CHOICE)) {
      choices.choose(s);
    }
    if (s.isNeverWritten || s.isTransitional || s.isChoice) {
      s.written = false;
    }
  }

  /** Whether the user's value is within the range that applies. */
  boolean isWithinRange(ValueSymbol s) {
    return texts.isWithinRange(s);
  }

  private String empty(SymbolType type) {
    if (dialect.has(Feature.NUMBERS_START_AT_ZERO)) {
      return type == SymbolType.INT ? "0" : type == SymbolType.HEX ? "0x0" : "";
    }
    return "";
  }

  private void assume(ValueSymbol s) {
    String value = assumed.get(s.name);
    if (value != null) {
      s.known = true;
      s.tri = Math.max(0, "nmy".indexOf(value));
      s.text = value;
      s.written |= s.tri != Tri.N || !s.isLogic();
    }
  }

  /** Visibility, and for all but members of a choice the dependencies. */
  void visibility(ValueSymbol s) {
    if (s.isTransitional) {
      s.visible = Tri.Y;
      return;
    }
    int visible = conditions.visibility(s);
    boolean raised =
        Tri.value(visible) == Tri.M && (!s.is(SymbolType.TRISTATE) || Tri.value(modules) == Tri.N);
    s.visible = raised ? Tri.Y | (visible & Tri.UNKNOWN) : visible;
    if (s.choice != null) {
      return;
    }
    s.direct = raise(s, conditions.direct(s));
    s.reverse = raise(s, conditions.reverse(s));
    if (!s.isChoice && gaps.mayChange(s.name)) {
      s.reverse = Tri.or(s.reverse, Tri.UNKNOWN);
    }
    s.implied =
        dialect.has(Feature.IMPLY_WITHIN_DEPENDENCIES) || Tri.value(s.direct) != Tri.N
            ? raise(s, conditions.implied(s))
            : Tri.N;
  }

  private int raise(ValueSymbol s, int tri) {
    return Tri.value(tri) == Tri.M && isBool(s) ? Tri.Y | (tri & Tri.UNKNOWN) : tri;
  }

  private void logic(ValueSymbol s) {
    int value;
    ValueSymbol choice = s.choice;
    boolean legacy = dialect.has(Feature.TRISTATE_CHOICE);
    if (choice != null && !legacy) {
      choices.settle(choice, s);
      return;
    }
    if (choice != null && Tri.value(s.visible) == Tri.Y) {
      compute(choice);
      value = choice.chosen == s ? Tri.Y : Tri.N;
      s.known = Tri.isKnown(s.visible) && choice.known;
      s.origin = Origin.CHOICE;
    } else {
      value = wished(s);
      value = Tri.or(value, s.reverse);
      if (choice != null) {
        // it might be visible, and then the one that is on
        value |= s.visible & Tri.UNKNOWN;
      }
    }
    if (Tri.value(value) == Tri.M && (isBool(s) || isLifted(s))) {
      value = Tri.Y | (value & Tri.UNKNOWN);
    }
    s.known &= Tri.isKnown(value);
    s.tri = Tri.value(value);
  }

  /** Whether an {@code imply} of y makes y of an m that has another reason. */
  private boolean isLifted(ValueSymbol s) {
    if (dialect.has(Feature.IMPLY_LIFTS_ANY)) {
      return raise(s, conditions.implied(s)) == Tri.Y;
    }
    return !dialect.has(Feature.IMPLY_WITHIN_DEPENDENCIES) && s.implied == Tri.Y;
  }

  private int wished(ValueSymbol s) {
    if (Tri.value(s.visible) != Tri.N && s.hasUserValue) {
      s.origin = Tri.value(s.reverse) > s.userTri ? Origin.SELECTED : Origin.USER;
      return Tri.and(s.userTri, s.visible);
    }
    int value = Tri.N;
    s.written |= Tri.value(s.reverse) != Tri.N;
    boolean lineDecides = s.choice != null && dialect.has(Feature.LAST_MEMBER_DECIDES);
    if (!s.isChoice && !lineDecides) {
      value = defaults(s);
      if (Tri.value(s.implied) != Tri.N) {
        s.written = true;
        if (Tri.value(s.implied) > Tri.value(value)) {
          s.origin = Origin.IMPLIED;
        }
        value = Tri.or(value, s.implied);
        if (dialect.has(Feature.IMPLY_WITHIN_DEPENDENCIES)) {
          value = Tri.and(value, s.direct);
        }
      } else {
        value |= s.implied & Tri.UNKNOWN;
      }
    }
    if (s.hasUserValue && !Tri.isKnown(s.visible)) {
      value |= Tri.UNKNOWN;
    }
    if (Tri.value(s.reverse) > Tri.value(value)) {
      s.origin = Origin.SELECTED;
    }
    return value;
  }

  private int defaults(ValueSymbol s) {
    boolean known = true;
    for (ValueSymbol.Property property : s.defaults) {
      int condition = conditions.ofDefault(s, property);
      known &= Tri.isKnown(condition);
      if (Tri.value(condition) != Tri.N && property.value() != null) {
        int value = Tri.and(expressions.value(property.value()), condition);
        s.written |= dialect.has(Feature.HIDDEN_N_WRITTEN);
        if (Tri.value(value) != Tri.N) {
          s.written = true;
          s.origin = Origin.DEFAULT;
        }
        return known ? value : value | Tri.UNKNOWN;
      }
    }
    return known ? Tri.N : Tri.UNKNOWN;
  }
}
