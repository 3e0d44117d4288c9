package kconfigls.ide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.Completion.Item;
import kconfigls.ide.Completion.Kind;
import kconfigls.ide.support.LineContext;
import kconfigls.outline.SymbolType;
import kconfigls.text.TextRange;

/** Completion by position: the language page, F.2. */
public final class Completions {
  /** As many as anybody reads. */
  static final int MAX_ITEMS = 200;

  private static final Pattern PATH =
      Pattern.compile("^(?:or|o|r|g|gr)?source\\s+[\"']?([^\"']*)$");
  private static final Pattern COMPARED =
      Pattern.compile("([A-Za-z0-9_-]+)\\s*(?:=|!=|<=?|>=?)\\s*$");
  private static final Pattern OPERAND_DUE =
      Pattern.compile("(?:^|.*[\\s(!])(?:on|if|&&|\\|\\||!|\\()\\s*$");
  private static final Pattern AFTER_OPERAND = Pattern.compile(".*[A-Za-z0-9_\"')]\\s+$");

  private Completions() {}

  /** What can stand at an offset of a document of any kind. */
  public static Completion at(Semantics semantics, FileCell cell, int offset) {
    return switch (cell.kind()) {
      case KCONFIG -> inKconfig(semantics, cell, offset);
      case CONFIG -> ConfigCompletions.at(semantics, cell, offset);
      case RENAMES, SOURCE -> SourceCompletions.at(semantics, cell, offset);
      case TOO_LARGE -> new Completion(List.of(), TextRange.at(offset), false);
    };
  }

  /** Nothing in help text, comments and prompts. */
  private static Completion inKconfig(Semantics semantics, FileCell cell, int offset) {
    LineContext line = LineContext.at(cell.tree(), offset);
    List<Item> items = line.inText() ? List.of() : items(semantics, cell, line);
    Optional<String> path = path(line);
    String prefix =
        path.map(p -> p.substring(p.lastIndexOf('/') + 1) + line.prefix()).orElse(line.prefix());
    TextRange replace = path.isPresent() ? pathRange(line, prefix) : line.replace();
    return filtered(items, prefix, replace);
  }

  private static TextRange pathRange(LineContext line, String prefix) {
    int cursor = line.replace().start() + line.prefix().length();
    return new TextRange(cursor - prefix.length(), Math.max(cursor, line.replace().end()));
  }

  private static Optional<String> path(LineContext line) {
    Matcher matcher = PATH.matcher(line.head());
    return matcher.find() && line.head().indexOf("$(") < 0
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** The items that begin with what is written. */
  static Completion filtered(List<Item> items, String prefix, TextRange replace) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    List<Item> matching = new ArrayList<>();
    for (Item item : items) {
      if (item.label().toLowerCase(Locale.ROOT).startsWith(lower)) {
        matching.add(item);
      }
    }
    matching.sort(Comparator.comparingInt(Item::rank).thenComparing(Item::label));
    boolean cut = matching.size() > MAX_ITEMS;
    List<Item> shown = cut ? matching.subList(0, MAX_ITEMS) : matching;
    return new Completion(List.copyOf(shown), replace, cut);
  }

  private static List<Item> items(Semantics semantics, FileCell cell, LineContext line) {
    String head = line.head();
    String first = head.isBlank() ? "" : head.split("\\s", 2)[0];
    SymbolItems symbols = new SymbolItems(semantics, cell, line.entry(), line.prefix());
    if (head.endsWith("$(")) {
      return MacroItems.of(semantics, cell);
    }
    Optional<String> path = path(line);
    if (path.isPresent()) {
      return PathItems.of(semantics, cell, first, path.get());
    }
    if (head.isBlank()) {
      return KeywordItems.lineStart(semantics, cell, line);
    }
    if (isInString(head)) {
      return List.of();
    }
    Matcher compared = COMPARED.matcher(head);
    if (compared.find()) {
      return symbols.comparedWith(compared.group(1));
    }
    boolean firstOperand = head.strip().equals(first);
    if (firstOperand) {
      return firstWord(symbols, first);
    }
    if (OPERAND_DUE.matcher(head).matches()) {
      return symbols.logical();
    }
    if (first.equals("range") && head.strip().split("\\s+").length == 2) {
      return symbols.numbers();
    }
    return AFTER_OPERAND.matcher(head).matches() ? KeywordItems.afterOperand(first) : List.of();
  }

  private static List<Item> firstWord(SymbolItems symbols, String first) {
    if (SymbolType.find(first).isPresent() || first.equals("prompt")) {
      return List.of(new Item("\"prompt\"", Kind.TEXT, "the text shown", "\"$1\"$0", 0));
    }
    return switch (first) {
      case "config", "menuconfig", "configdefault" -> symbols.names();
      case "select", "imply", "enable" -> symbols.selectable();
      case "default", "def_bool", "def_tristate", "def_int", "def_hex", "def_string" ->
          symbols.defaults();
      case "range" -> symbols.numbers();
      case "depends" -> List.of(new Item("on", Kind.KEYWORD, "depends on", "on $0", 0));
      case "visible" -> List.of(new Item("if", Kind.KEYWORD, "visible if", "if $0", 0));
      case "if", "requires" -> symbols.logical();
      default -> List.of();
    };
  }

  private static boolean isInString(String head) {
    char quote = 0;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == '\\') {
        i++;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return quote != 0;
  }
}
