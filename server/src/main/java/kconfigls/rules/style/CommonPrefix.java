package kconfigls.rules.style;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Reports menus and choices whose names do not begin alike, as ESP-IDF's kconfcheck does. */
public final class CommonPrefix implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "style",
              "common-prefix",
              Severity.ERROR,
              "names of a menu or choice that do not begin alike")
          .only("esp-idf");

  private static final int LEAST = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Scope top = new Scope();
    visit(file, file.tree().statements(), top, false, sink);
    if (top.odd != null) {
      sink.report(draft(file, top, top.odd.range(), "this file"));
    }
  }

  /** What the names of a menu, a choice or a file have in common so far. */
  private static final class Scope {
    private @Nullable String prefix;
    private @Nullable Term first;
    private @Nullable Term odd;

    void add(Term name) {
      add(name.raw(), name);
    }

    void add(String other, Term from) {
      if (prefix == null || first == null) {
        prefix = other;
        first = from;
        return;
      }
      String common = common(prefix, other);
      if (common.length() < LEAST && odd == null) {
        odd = from;
      }
      prefix = common;
    }

    private static String common(String a, String b) {
      int length = 0;
      while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
        length++;
      }
      return a.substring(0, length);
    }

    /** Whether two names differ early; a single short name differs from nothing. */
    boolean isTooShort() {
      return odd != null;
    }
  }

  private static void visit(
      CheckedFile file, List<Statement> statements, Scope scope, boolean inIf, FindingSink sink) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Entry entry -> add(entry.name(), scope);
        case Statement.If block -> visit(file, block.body(), scope, true, sink);
        case Statement.Menu menu -> inner(file, menu, scope, inIf, sink);
        case Statement.Choice choice -> {
          add(choice.name(), scope);
          inner(file, choice, scope, inIf, sink);
        }
        default -> {
          // no name
        }
      }
    }
  }

  private static void add(@Nullable Term name, Scope scope) {
    if (name != null && !name.isQuoted() && !name.hasMacro()) {
      scope.add(name);
    }
  }

  private static void inner(
      CheckedFile file, Statement.Block block, Scope outer, boolean inIf, FindingSink sink) {
    Scope scope = new Scope();
    visit(file, block.body(), scope, false, sink);
    Keyword end = block.end();
    String prefix = scope.prefix;
    Term first = scope.first;
    if (end == null || prefix == null || first == null) {
      return;
    }
    String kind = "this " + block.keyword().text();
    if (scope.isTooShort()) {
      sink.report(draft(file, scope, end.range(), kind));
    } else if (outer.prefix == null) {
      outer.add(prefix, first);
    } else if (inIf && !prefix.startsWith(outer.prefix)) {
      // within a menu a block may have a prefix of its own, within an `if` it may not
      String message =
          "the names of "
              + kind
              + " begin with `"
              + prefix
              + "`, those around it with `"
              + outer.prefix
              + "`";
      sink.report(Draft.of(new Place(file.path(), end.range()), message));
    }
  }

  private static Draft draft(CheckedFile file, Scope scope, TextRange range, String what) {
    String message =
        "the names of " + what + " do not begin with the same " + LEAST + " characters or more";
    Draft draft = Draft.of(new Place(file.path(), range), message);
    Term first = scope.first;
    Term odd = scope.odd;
    return first == null || odd == null
        ? draft
        : draft.see(
            List.of(
                related(file, first, "`" + first.raw() + "` is the first name"),
                related(file, odd, "`" + odd.raw() + "` begins differently")));
  }

  private static Related related(CheckedFile file, Term name, String message) {
    return new Related(new Place(file.path(), name.range()), message);
  }
}
