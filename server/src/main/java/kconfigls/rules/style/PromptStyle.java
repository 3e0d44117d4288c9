package kconfigls.rules.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import org.jspecify.annotations.Nullable;

/**
 * Reports how prompts are worded: Zephyr's checks want no "Enable" at the head of a bool; elsewhere
 * it is a full stop, nothing at all, or a first word in small letters.
 */
public final class PromptStyle implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "style", "prompt-style", Severity.INFO, "a prompt that is not worded as the others")
          .only("zephyr");

  private static final Pattern ENABLE = Pattern.compile("[Ee]nable(?:[sd]|ing)?\\s+(\\S)");

  /** First words that are certainly no name of a thing that is written in small letters. */
  private static final Set<String> WORDS =
      Set.of(
          "add", "allow", "build", "check", "choose", "compile", "debug", "default", "disable",
          "driver", "enable", "force", "generic", "include", "maximum", "minimum", "number",
          "provide", "select", "set", "show", "size", "support", "test", "use", "verbose");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (file.style().isTabsOnly()) {
      file.statements()
          .forEach(
              statement -> {
                if (statement instanceof Statement.Entry entry) {
                  enable(file, entry, sink);
                }
              });
    } else {
      prompts(file).forEach(prompt -> wording(file, prompt, sink));
    }
  }

  /** The prompts of entries, choices and menus; a comment may well be a sentence. */
  private static List<Term> prompts(CheckedFile file) {
    List<Term> prompts = new ArrayList<>();
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Menu menu && menu.prompt() != null) {
                prompts.add(menu.prompt());
              }
            });
    for (Attribute attribute : file.attributes()) {
      Term prompt = prompt(attribute);
      if (prompt != null) {
        prompts.add(prompt);
      }
    }
    return prompts;
  }

  private static @Nullable Term prompt(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Type type -> type.prompt();
      case Attribute.Prompt line -> line.prompt();
      default -> null;
    };
  }

  private static void enable(CheckedFile file, Statement.Entry entry, FindingSink sink) {
    boolean isBool = false;
    for (Attribute attribute : entry.attributes()) {
      isBool |=
          attribute instanceof Attribute.Type type
              && SymbolType.of(type.keyword().text()) == SymbolType.BOOL;
    }
    for (Attribute attribute : entry.attributes()) {
      Term prompt = prompt(attribute);
      if (isBool && prompt != null && prompt.raw().matches("[Ee]nable.*")) {
        sink.report(
            Draft.of(
                    new Place(file.path(), prompt.inner()),
                    "a bool's prompt does not begin with `Enable`: that is what y means")
                .fix(() -> withoutEnable(file, prompt)));
      }
    }
  }

  private static List<Fix> withoutEnable(CheckedFile file, Term prompt) {
    Matcher matcher = ENABLE.matcher(prompt.raw());
    if (!matcher.lookingAt() || matcher.start(1) == 0) {
      return List.of();
    }
    int start = prompt.inner().start();
    int first = start + matcher.start(1);
    String capital = matcher.group(1).toUpperCase(Locale.ROOT);
    return List.of(Fix.safe("Delete `Enable`", Lines.replace(file, start, first + 1, capital)));
  }

  private static void wording(CheckedFile file, Term prompt, FindingSink sink) {
    String text = prompt.raw().strip();
    if (!prompt.isQuoted()) {
      return;
    }
    int start = prompt.inner().start() + prompt.raw().indexOf(text);
    int end = start + text.length();
    String first = text.split("[^a-zA-Z0-9_]", 2)[0];
    if (text.isEmpty()) {
      String message = "the prompt is empty: nobody can tell what is asked";
      sink.report(Draft.of(new Place(file.path(), prompt.range()), message));
    } else if (endsLikeSentence(text)) {
      String message = "a full stop at the end of a prompt, which is no sentence";
      Fix.Edit edit = Lines.replace(file, end - 1, end, "");
      report(file, end - 1, message, Fix.safe("Delete the full stop", edit), sink);
    } else if (WORDS.contains(first) && text.length() > first.length()) {
      String message = "the prompt begins with a small letter";
      String capital = text.substring(0, 1).toUpperCase(Locale.ROOT);
      Fix.Edit edit = Lines.replace(file, start, start + 1, capital);
      report(file, start, message, Fix.safe("Write a capital letter", edit), sink);
    }
  }

  private static void report(CheckedFile file, int at, String message, Fix fix, FindingSink sink) {
    sink.report(
        Draft.of(Lines.place(file, at, at + 1), message).as(Severity.HINT).fix(() -> List.of(fix)));
  }

  /** Whether a prompt of several words ends in a full stop that is no part of an abbreviation. */
  private static boolean endsLikeSentence(String text) {
    int blank = text.lastIndexOf(' ');
    if (!text.endsWith(".") || blank < 0 || text.contains(". ")) {
      return false;
    }
    String last = text.substring(blank + 1, text.length() - 1);
    return last.length() > 3 && last.indexOf('.') < 0;
  }
}
