package kconfigls.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** A symbol, or a choice, with all that decides its value, and the value once it is computed. */
final class ValueSymbol {
  /**
   * A property of one entry.
   *
   * @param value null for a prompt; the selector for a select
   * @param condition its own {@code if}
   */
  record Property(MenuNode node, @Nullable Expr value, @Nullable Expr condition) {}

  record Range(MenuNode node, Expr.Operand low, Expr.Operand high, @Nullable Expr condition) {}

  /** ESP-IDF's {@code set} and {@code set default} in an entry of another symbol, the source. */
  record Setting(
      MenuNode node,
      Expr source,
      Expr.Operand value,
      @Nullable Expr condition,
      boolean isDefault) {}

  final String name;
  Optional<SymbolType> type;
  final boolean isChoice;
  boolean isOptional;
  boolean isTransitional;
  boolean isNeverWritten;
  final List<MenuNode> nodes = new ArrayList<>(1);
  final List<Property> prompts = new ArrayList<>(1);
  final List<Property> defaults = new ArrayList<>(1);
  final List<Range> ranges = new ArrayList<>(0);
  final List<Property> selects = new ArrayList<>(0);
  final List<Property> implies = new ArrayList<>(0);
  final List<Setting> settings = new ArrayList<>(0);
  final List<ValueSymbol> members = new ArrayList<>(0);
  @Nullable ValueSymbol choice;

  boolean hasUserValue;

  int userTri;
  String userText = "";
  @Nullable ValueSymbol userMember;

  /** The members in the order of the configuration, the last line at the head. */
  final List<ValueSymbol> priority = new ArrayList<>(0);

  boolean valid;
  boolean written;
  boolean known = true;
  int visible;
  int direct;
  int reverse;
  int implied;
  int tri;
  String text = "";
  @Nullable ValueSymbol chosen;
  Value.Origin origin = Value.Origin.UNSET;

  ValueSymbol(String name, Optional<SymbolType> type, boolean isChoice) {
    this.name = name;
    this.type = type;
    this.isChoice = isChoice;
  }

  /** A symbol that holds no more than the values of this one. */
  ValueSymbol values() {
    ValueSymbol copy = new ValueSymbol(name, type, isChoice);
    copy.take(this);
    return copy;
  }

  /** Takes the values, but not the wishes, of another. */
  void take(ValueSymbol other) {
    valid = other.valid;
    written = other.written;
    known = other.known;
    visible = other.visible;
    direct = other.direct;
    reverse = other.reverse;
    implied = other.implied;
    tri = other.tri;
    text = other.text;
    chosen = other.chosen;
    origin = other.origin;
  }

  boolean is(SymbolType which) {
    return type.orElse(null) == which;
  }

  boolean isLogic() {
    return type.filter(SymbolType::isLogic).isPresent();
  }

  boolean isNumber() {
    return isFloat() || type.filter(SymbolType::isNumber).isPresent();
  }

  boolean isText() {
    return is(SymbolType.STRING);
  }

  boolean isFloat() {
    return is(SymbolType.FLOAT);
  }
}
