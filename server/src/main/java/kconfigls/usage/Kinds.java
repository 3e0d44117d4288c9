package kconfigls.usage;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by its surroundings how a word of one file uses a symbol. */
final class Kinds {
  /** Macros whose argument may be a symbol that nothing defines. */
  private static final Set<String> CHECKS =
      Set.of(
          "IS_ENABLED",
          "IS_BUILTIN",
          "IS_MODULE",
          "IS_REACHABLE",
          "IF_ENABLED",
          "IF_DISABLED",
          "STUB_UNLESS",
          "COND_CODE_1",
          "COND_CODE_0",
          "is_enabled");

  private static final Set<String> MAKE_CONDITIONS = Set.of("ifdef", "ifndef", "ifeq", "ifneq");

  private final Bytes text;
  private final SourceLanguage language;
  private final CodeZones code;

  Kinds(Bytes text, SourceLanguage language) {
    this.text = text;
    this.language = language;
    this.code = new CodeZones(text);
  }

  /** Whether no program reads what stands at an offset; offsets must not go back. */
  boolean isForPeople(int offset) {
    Zone zone = zone(offset);
    return zone == Zone.TEXT || zone == Zone.LABEL;
  }

  private Zone zone(int offset) {
    return switch (language) {
      case C, RUST -> code.zone(offset);
      case MAKE, CMAKE, SCRIPT -> isCommented(offset) ? Zone.TEXT : Zone.CODE;
      case DOCUMENT -> Zone.TEXT;
      case CONFIG, KCONFIG, OTHER, NONE -> Zone.CODE;
    };
  }

  /**
   * The kind of a use.
   *
   * @param inCode what it is in code, if that is known; else null
   */
  UseKind of(int word, int end, @Nullable UseKind inCode) {
    return switch (zone(word)) {
      case TEXT -> UseKind.TEXT;
      case LABEL -> UseKind.LABEL;
      case DEFINED -> UseKind.DEFINITION;
      case CONDITION -> inCode == null ? UseKind.CONDITION : inCode;
      case CODE -> inCode == null ? inCode(word, end) : inCode;
    };
  }

  private UseKind inCode(int word, int end) {
    return switch (language) {
      case C -> isChecked(word) ? UseKind.CONDITION : UseKind.VALUE;
      case RUST -> isInCfg(word) ? UseKind.CONDITION : UseKind.VALUE;
      case MAKE -> make(word, end);
      case CMAKE -> cmake(word);
      case SCRIPT -> script(word, end);
      case CONFIG -> UseKind.SETTING;
      case DOCUMENT -> UseKind.TEXT;
      case KCONFIG, OTHER, NONE -> UseKind.VALUE;
    };
  }

  /** Whether a {@code #} before an offset begins a comment. */
  private boolean isCommented(int offset) {
    for (int at = text.lineStart(offset); at < offset; at++) {
      byte before = text.at(at - 1);
      boolean starts =
          language == SourceLanguage.MAKE
              ? before != '\\'
              : before == '\n' || before == ' ' || before == '\t';
      if (text.at(at) == '#' && starts) {
        return true;
      }
    }
    return false;
  }

  private boolean isChecked(int word) {
    int bracket = text.skipBack(word);
    if (text.at(bracket - 1) != '(') {
      return false;
    }
    int end = text.skipBack(bracket - 1);
    return CHECKS.contains(text.string(text.wordStart(end), end));
  }

  private boolean isInCfg(int word) {
    return text.string(text.lineStart(word), word).contains("cfg");
  }

  private UseKind make(int word, int end) {
    if (text.startsWith(word - 2, "$(") || text.startsWith(word - 2, "${")) {
      return UseKind.CONDITION;
    }
    int start = text.skip(text.lineStart(word));
    String first = text.string(start, text.wordEnd(start));
    if (first.equals("else")) {
      int next = text.skip(text.wordEnd(start));
      first = text.string(next, text.wordEnd(next));
    }
    if (MAKE_CONDITIONS.contains(first)) {
      return UseKind.CONDITION;
    }
    return isAssigned(end) ? UseKind.DEFINITION : UseKind.VALUE;
  }

  private boolean isAssigned(int end) {
    int at = text.skip(end);
    byte sign = text.at(at);
    boolean two = (sign == ':' || sign == '?' || sign == '+') && text.at(at + 1) == '=';
    return two || text.startsWith(at, "::=") || (sign == '=' && text.at(at + 1) != '=');
  }

  private UseKind cmake(int word) {
    int bracket = text.skipBack(word);
    int end = text.skipBack(bracket - 1);
    if (bracket > 0 && text.at(bracket - 1) == '(') {
      String command = text.string(text.wordStart(end), end).toLowerCase(Locale.ROOT);
      if (command.equals("set") || command.equals("option")) {
        return UseKind.DEFINITION;
      }
    }
    return UseKind.CONDITION;
  }

  private UseKind script(int word, int end) {
    int before = text.skipBack(word);
    if (before < word && CHECKS.contains(text.string(text.wordStart(before), before))) {
      return UseKind.CONDITION;
    }
    return text.at(end) == '=' && text.at(end + 1) != '=' ? UseKind.DEFINITION : UseKind.VALUE;
  }
}
