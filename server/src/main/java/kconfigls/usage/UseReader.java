package kconfigls.usage;

import java.util.List;
import java.util.function.UnaryOperator;
import kconfigls.dialect.SymbolSpelling;
import org.jspecify.annotations.Nullable;

/** Reads the words of one file that may name a symbol. */
final class UseReader {
  /** Macros of all trees that take a symbol with its prefix and are 0 for one that is unknown. */
  static final List<String> CHECKS =
      List.of("IS_ENABLED", "IS_BUILTIN", "IS_MODULE", "IS_REACHABLE");

  private final Bytes text;
  private final SourceLanguage language;
  private final SymbolSpelling spelling;
  private final UnaryOperator<String> interned;
  private final FileUses.Builder uses;
  private final Kinds kinds;

  UseReader(
      Bytes text,
      SourceLanguage language,
      SymbolSpelling spelling,
      UnaryOperator<String> interned,
      FileUses.Builder uses) {
    this.text = text;
    this.language = language;
    this.spelling = spelling;
    this.interned = interned;
    this.uses = uses;
    this.kinds = new Kinds(text, language);
  }

  /** Reads what begins at an offset, and says where to go on. */
  int read(int at) {
    int end = Math.max(at + 1, text.wordEnd(at));
    boolean option = text.startsWith(at - 2, "-D");
    if (!option && text.isWord(at - 1)) {
      return at + 1;
    }
    String word = text.string(at, end);
    @Nullable String prefix = prefix(spelling.prefixes(), word);
    @Nullable String wrapper = prefix(spelling.wrappers(), word);
    if (spelling.takers().contains(word) && isCall(end)) {
      argument(at, end, spelling.variants().isEmpty() ? UseKind.CONDITION : UseKind.VARIANT);
    } else if (CHECKS.contains(word)) {
      if (language == SourceLanguage.C && isCall(end)) {
        bareArgument(end);
      }
    } else if (prefix != null) {
      return named(at, at + prefix.length(), end, option);
    } else if (wrapper != null) {
      UseKind kind = kinds.of(at, end, UseKind.VALUE);
      if (isCall(end) || kind == UseKind.DEFINITION) {
        add(at, at + wrapper.length(), end, kind);
      }
    }
    return end;
  }

  private static @Nullable String prefix(List<String> prefixes, String word) {
    return prefixes.stream().filter(word::startsWith).findFirst().orElse(null);
  }

  private boolean isCall(int end) {
    return text.at(text.skip(end)) == '(';
  }

  /** The name that a macro takes without its prefix. */
  private void argument(int word, int end, UseKind kind) {
    int start = text.skip(text.skip(end) + 1);
    int stop = text.wordEnd(start);
    byte next = text.at(text.skip(stop));
    if (stop > start && (next == ')' || next == ',')) {
      add(word, start, stop, kinds.of(word, stop, kind));
    }
  }

  private void bareArgument(int end) {
    int start = text.skip(text.skip(end) + 1);
    int stop = text.wordEnd(start);
    boolean alone = text.at(text.skip(stop)) == ')';
    if (alone && stop > start && prefix(spelling.prefixes(), text.string(start, stop)) == null) {
      UseKind kind = kinds.of(end, stop, UseKind.BARE);
      if (kind == UseKind.BARE) {
        add(start, start, stop, kind);
      }
    }
  }

  private int named(int word, int start, int end, boolean option) {
    if (start == end) {
      return variant(word, start);
    }
    int from = spelling.prefixInName() ? word : start;
    UseKind kind = option ? UseKind.DEFINITION : kinds.of(word, end, null);
    boolean whole = kind == UseKind.DEFINITION || !(isPasted(word) || isPart(end));
    add(word, from, end, whole ? kind : UseKind.PART);
    return end;
  }

  /** {@code CONFIG_$(SPL_)X}: the build chooses between X and its variants. */
  private int variant(int word, int start) {
    if (spelling.variants().isEmpty() || !text.startsWith(start, "$(")) {
      return start;
    }
    int close = text.wordEnd(start + 2);
    int stop = text.wordEnd(close + 1);
    if (text.at(close) != ')' || stop == close + 1 || text.at(close + 1) == '_') {
      return close;
    }
    UseKind kind = kinds.of(word, stop, UseKind.VARIANT);
    add(word, close + 1, stop, isPart(stop) ? UseKind.PART : kind);
    return stop;
  }

  private boolean isPasted(int word) {
    return text.startsWith(text.skipBack(word) - 2, "##");
  }

  /** Whether a name goes on with something that is put in later. */
  private boolean isPart(int end) {
    if (text.at(end - 1) == '_' || text.startsWith(text.skip(end), "##")) {
      return true;
    }
    byte next = text.at(end + 1);
    return switch (text.at(end)) {
      case '$', '{', '[', '@', '(' -> true;
      case '*', '%', '<', '?' -> language != SourceLanguage.C || kinds.isForPeople(end);
      case '\\' -> next != '\n' && next != '\r' && next != 'n' && next != '"';
      case '.' -> next == '.' || next == '*' || next == '+' || next == '[';
      case '-' -> next == '*';
      default -> false;
    };
  }

  private void add(int word, int start, int end, UseKind kind) {
    uses.add(interned.apply(text.string(start, end)), word, start, kind);
  }
}
