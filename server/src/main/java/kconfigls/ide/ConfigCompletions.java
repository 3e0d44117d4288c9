package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Semantics.SymbolIn;
import kconfigls.ide.Completion.Item;
import kconfigls.ide.Completion.Kind;
import kconfigls.ide.support.SymbolNames;
import kconfigls.model.MenuNode;
import kconfigls.model.Symbol;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;

/** Completion in configuration files: names of symbols, and their values. */
final class ConfigCompletions {
  private static final Pattern NAME = Pattern.compile("\\w*");
  private static final Pattern NOT_SET = Pattern.compile("# ?(\\w*)");
  private static final Pattern VALUE = Pattern.compile("(\\w+)=(.*)");
  private static final String UNSET = " is not set";

  private final Semantics semantics;
  private final FileCell cell;
  private final int offset;
  private final String prefix;
  private final String head;
  private final String tail;
  private final TextRange word;

  private ConfigCompletions(Semantics semantics, FileCell cell, int offset, String prefix) {
    this.semantics = semantics;
    this.cell = cell;
    this.offset = offset;
    this.prefix = prefix;
    String text = cell.source().text();
    LineIndex lines = cell.source().lines();
    int line = lines.lineOf(offset);
    this.head = text.substring(lines.start(line), offset);
    this.word = Words.at(text, offset);
    this.tail = text.substring(word.end(), Math.max(word.end(), lines.end(line)));
  }

  static Completion at(Semantics semantics, FileCell cell, int offset) {
    return SymbolNames.prefix(semantics, cell)
        .map(prefix -> new ConfigCompletions(semantics, cell, offset, prefix).completion())
        .orElseGet(() -> new Completion(List.of(), TextRange.at(offset), false));
  }

  private Completion completion() {
    Matcher value = VALUE.matcher(head);
    if (NAME.matcher(head).matches()) {
      return names(head);
    }
    Matcher notSet = NOT_SET.matcher(head);
    if (notSet.matches()) {
      return unset(notSet.group(1));
    }
    return value.matches()
        ? values(value.group(1), value.group(2))
        : new Completion(List.of(), word, false);
  }

  private Completion names(String typed) {
    boolean assigned = tail.startsWith("=");
    Set<String> taken = taken();
    Completion names =
        new NameItems(semantics, cell, prefix, symbol -> rank(symbol, taken))
            .of(
                typed,
                word,
                symbol -> item(symbol, taken, assigned ? "" : "=" + placeholder(symbol)));
    if (!typed.isEmpty()) {
      return names;
    }
    String label = "# " + prefix + "…" + UNSET;
    List<Item> items = new ArrayList<>(names.items());
    items.add(new Item(label, Kind.KEYWORD, "off", "# " + prefix + "$1" + UNSET, 1));
    return new Completion(items, word, names.incomplete());
  }

  private Item item(Symbol symbol, Set<String> taken, String rest) {
    String label = prefix + symbol.name();
    return new Item(
        label, Kind.SYMBOL, SymbolItems.detail(symbol), label + rest, rank(symbol, taken));
  }

  /** Those that have no line yet come first, and those that no line can change come last. */
  private static int rank(Symbol symbol, Set<String> taken) {
    for (MenuNode node : symbol.nodes()) {
      if (node.prompt().isPresent()) {
        return taken.contains(symbol.name()) ? 2 : 0;
      }
    }
    return 3;
  }

  private Set<String> taken() {
    return SymbolNames.of(semantics, cell).stream()
        .filter(named -> !named.word().touches(offset))
        .map(SymbolNames.Named::symbol)
        .collect(Collectors.toSet());
  }

  private static String placeholder(Symbol symbol) {
    return switch (symbol.type().orElse(null)) {
      case BOOL, TRISTATE -> "${1:y}";
      case STRING -> "\"$1\"";
      case INT, HEX, FLOAT -> "$1";
      case null -> "$1";
    };
  }

  private Completion unset(String typed) {
    String rest = tail.startsWith(UNSET) ? "" : UNSET;
    Set<String> taken = taken();
    return new NameItems(
            semantics,
            cell,
            prefix,
            symbol -> symbol.isLogic() ? rank(symbol, taken) : NameItems.NEVER)
        .of(typed, word, symbol -> item(symbol, taken, rest));
  }

  private Completion values(String name, String typed) {
    TextRange replace = new TextRange(offset - typed.length(), cell.source().lines().end(line()));
    if (!name.startsWith(prefix)) {
      return new Completion(List.of(), replace, false);
    }
    Optional<SymbolIn> symbol = semantics.symbol(name.substring(prefix.length()), cell.path());
    List<Item> items =
        symbol.map(in -> ValueItems.of(in.symbol(), in.model().spec().dialect())).orElse(List.of());
    return Completions.filtered(items, typed, replace);
  }

  private int line() {
    return cell.source().lines().lineOf(offset);
  }
}
