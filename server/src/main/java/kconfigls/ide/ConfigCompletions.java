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
      return Completions.best(names(head), word);
    }
    Matcher notSet = NOT_SET.matcher(head);
    if (notSet.matches()) {
      return Completions.best(unset(notSet.group(1)), word);
    }
    return value.matches()
        ? values(value.group(1), value.group(2))
        : new Completion(List.of(), word, false);
  }

  /** Those that have no line yet come first, and those that no line can change come last. */
  private List<Item> names(String typed) {
    Set<String> taken = taken();
    boolean assigned = tail.startsWith("=");
    List<Item> items = new ArrayList<>();
    items.addAll(
        NameItems.of(
            semantics,
            cell,
            typed,
            prefix,
            symbol -> {
              String label = prefix + symbol.name();
              String snippet = assigned ? label : label + "=" + placeholder(symbol);
              return Optional.of(item(symbol, label, snippet, taken));
            }));
    if (typed.isEmpty()) {
      String label = "# " + prefix + "…" + UNSET;
      items.add(new Item(label, Kind.KEYWORD, "off", "# " + prefix + "$1" + UNSET, 1));
    }
    return items;
  }

  private static Item item(Symbol symbol, String label, String snippet, Set<String> taken) {
    boolean hasPrompt = symbol.nodes().stream().anyMatch(node -> node.prompt().isPresent());
    int rank = hasPrompt ? 0 : 3;
    int set = taken.contains(symbol.name()) ? 2 : 0;
    return new Item(
        label, Kind.SYMBOL, SymbolItems.detail(symbol), snippet, Math.max(rank, set));
  }

  private Set<String> taken() {
    return SymbolNames.of(semantics, cell).stream()
        .filter(named -> !named.word().touches(offset))
        .map(SymbolNames.Named::symbol)
        .collect(Collectors.toSet());
  }

  private static String placeholder(Symbol symbol) {
    return switch (symbol.type().orElse("")) {
      case "bool", "tristate" -> "${1:y}";
      case "string" -> "\"$1\"";
      default -> "$1";
    };
  }

  private List<Item> unset(String typed) {
    Set<String> taken = taken();
    boolean said = tail.startsWith(UNSET);
    return NameItems.of(
        semantics,
        cell,
        typed,
        prefix,
        symbol -> {
          String type = symbol.type().orElse("");
          String label = prefix + symbol.name();
          return type.equals("bool") || type.equals("tristate")
              ? Optional.of(item(symbol, label, said ? label : label + UNSET, taken))
              : Optional.empty();
        });
  }

  private Completion values(String name, String typed) {
    TextRange replace =
        new TextRange(offset - typed.length(), cell.source().lines().end(line()));
    if (!name.startsWith(prefix)) {
      return new Completion(List.of(), replace, false);
    }
    Optional<SymbolIn> symbol =
        semantics.symbol(name.substring(prefix.length()), cell.path());
    List<Item> items =
        symbol.map(in -> ValueItems.of(in.symbol(), in.model().spec().dialect())).orElse(List.of());
    return Completions.filtered(items, typed, replace);
  }

  private int line() {
    return cell.source().lines().lineOf(offset);
  }
}
