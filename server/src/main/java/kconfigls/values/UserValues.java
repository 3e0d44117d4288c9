package kconfigls.values;

import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import org.jspecify.annotations.Nullable;

/** Enters a configuration's wishes, as conf_read_simple does: the language page, C.7. */
final class UserValues {
  private final ValueTable table;
  private final boolean tristateChoices;
  private final boolean raw;

  UserValues(ValueTable table, Dialect dialect) {
    this.table = table;
    this.tristateChoices = dialect.has(Feature.TRISTATE_CHOICE);
    this.raw = dialect.has(Feature.RAW_STRINGS);
  }

  void enter(DotConfig config) {
    if (tristateChoices) {
      table.choices().forEach(choice -> choice.hasUserValue = true);
    }
    for (DotConfig.Assignment assignment : config.assignments()) {
      ValueSymbol symbol = table.find(assignment.symbol());
      if (symbol != null && set(symbol, assignment.value()) && symbol.choice != null) {
        member(symbol, symbol.choice);
      }
    }
  }

  /** Whether the value is one for the type. */
  private boolean set(ValueSymbol symbol, String value) {
    switch (symbol.type) {
      case "bool", "tristate" -> {
        int tri = value.isEmpty() ? -1 : "nmy".indexOf(value.charAt(0));
        if (tri < 0 || (tri == 1 && symbol.type.equals("bool"))) {
          return false;
        }
        symbol.userTri = tri;
        symbol.hasUserValue = true;
      }
      case "string" -> {
        if (value.startsWith("\"")) {
          String text = raw ? rawText(value) : unquoted(value);
          if (text == null) {
            return false;
          }
          symbol.userText = text;
          symbol.hasUserValue = true;
        }
      }
      case "int", "hex" -> {
        if (!Numbers.isValid(symbol.type, value)) {
          return false;
        }
        symbol.userText = value;
        symbol.hasUserValue = true;
      }
      default -> {
        // a symbol without a type takes no value
      }
    }
    return true;
  }

  /** Null if the quote is not closed. */
  private static @Nullable String unquoted(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        return out.toString();
      }
      if (c == '\\' && ++i < value.length()) {
        c = value.charAt(i);
      }
      out.append(c);
    }
    return null;
  }

  /** Null if the last character is no quote. */
  private static @Nullable String rawText(String value) {
    return value.length() > 1 && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : null;
  }

  private void member(ValueSymbol member, ValueSymbol choice) {
    choice.priority.remove(member);
    choice.priority.addFirst(member);
    if (member.userTri == 1 && choice.userTri == 2) {
      choice.hasUserValue = false;
    } else if (member.userTri == 2) {
      choice.userMember = member;
    }
    choice.userTri = Math.max(choice.userTri, member.userTri);
  }
}
