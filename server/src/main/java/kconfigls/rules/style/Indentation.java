package kconfigls.rules.style;

import java.util.List;
import java.util.regex.Pattern;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileLines.Kind;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.Kconfcheck.Refusal;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Node;
import kconfigls.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** Reports lines that are not indented as the project has it; help-indentation has the help. */
public final class Indentation implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "style",
              "indentation",
              Severity.INFO,
              "a line that is not indented as the project's style has it")
          .only("zephyr", "esp-idf", "buildroot");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Buildroot's lists of packages, whose menus are indented: its checker leaves them out. */
  private static final Pattern LISTS =
      Pattern.compile(".*/package/(Config\\.in(\\.host)?|(kodi|x11r7)/Config\\.in)");

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (file.dialect().name().equals("buildroot") && LISTS.matcher(file.path().text()).matches()) {
      return;
    }
    if (file.style().isNested()) {
      nested(file, sink);
      return;
    }
    for (int line = 0; line < file.lines().count(); line++) {
      @Nullable Draft draft = flat(file, line);
      if (draft != null) {
        sink.report(draft);
      }
    }
  }

  private static @Nullable Draft flat(CheckedFile file, int line) {
    FileLines lines = file.lines();
    String indentation = lines.indentation(line);
    return switch (lines.kind(line)) {
      case STATEMENT -> isFree(lines.node(line)) ? null : expect(file, line, "", "in column 1");
      case END -> expect(file, line, "", "in column 1");
      case ATTRIBUTE -> expect(file, line, "\t", "behind one tab");
      case CONTINUATION -> continued(file, line, indentation);
      case COMMENT ->
          file.style().isTabsOnly() && (indentation.length() > 1 || indentation.startsWith(" "))
              ? expect(file, line, "", "in column 1 or behind one tab")
              : null;
      case BLANK, HELP, OTHER -> null;
    };
  }

  private static @Nullable Draft continued(CheckedFile file, int line, String indentation) {
    boolean blanks = file.style().isTabsOnly() && indentation.indexOf(' ') >= 0;
    return blanks || indentation.startsWith(" ")
        ? expect(file, line, "\t\t", "behind tabs, as it goes on with the line above")
        : null;
  }

  /** The style that kconfcheck asks for; help-indentation has the texts of help. */
  private static void nested(CheckedFile file, FindingSink sink) {
    for (Refusal refusal : file.refusals()) {
      boolean isHelp = file.lines().kind(refusal.line()) == Kind.HELP;
      switch (refusal) {
        case Refusal.Indented(int line, int wanted) when !isHelp ->
            sink.report(indented(file, line, " ".repeat(wanted), "by " + wanted + " blanks"));
        case Refusal.WrappedHeader(int line) ->
            sink.report(
                Draft.of(Lines.content(file, line), "this line must not go on behind `\\`"));
        case Refusal.Tab(int line) -> sink.report(tab(file, line, isHelp));
        default -> {
          // other rules report it
        }
      }
    }
  }

  /** Tabs where only blanks are taken, even inside a line. */
  private static Draft tab(CheckedFile file, int line, boolean isHelp) {
    FileLines lines = file.lines();
    int tab = file.text().indexOf('\t', lines.start(line), lines.end(line));
    Draft draft = Draft.of(Lines.place(file, tab, tab + 1), "a tab instead of blanks");
    boolean isText = isHelp || Lines.isOneOfSeveral(file, line);
    return isText
        ? draft
        : draft.fix(
            () ->
                List.of(Fix.safe("Replace by blanks", Lines.replace(file, tab, tab + 1, "    "))));
  }

  /** Lines for which no style has a place: assignments, macros and what is no statement. */
  private static boolean isFree(@Nullable Node node) {
    return switch (node) {
      case Statement.Assignment assignment -> true;
      case Statement.MacroLine macro -> true;
      case Statement.Unknown unknown -> true;
      case Statement.StrayEnd end -> true;
      case Statement statement -> false;
      case null -> true;
      default -> true;
    };
  }

  private static @Nullable Draft expect(CheckedFile file, int line, String wanted, String where) {
    if (file.lines().indentation(line).equals(wanted)) {
      return null;
    }
    return indented(file, line, wanted, where);
  }

  private static Draft indented(CheckedFile file, int line, String wanted, String where) {
    boolean indented = where.startsWith("by");
    String message = (indented ? "this line is to be indented " : "this line is to stand ") + where;
    return Draft.of(Lines.content(file, line), message).fix(() -> fixes(file, line, wanted));
  }

  private static List<Fix> fixes(CheckedFile file, int line, String wanted) {
    FileLines lines = file.lines();
    boolean joined = lines.kind(line) == Kind.CONTINUATION;
    if (joined && Lines.isOneOfSeveral(file, line)) {
      return List.of(); // the blanks may be part of a text
    }
    Attribute.@Nullable Help help = helpBefore(file, line);
    if (help != null && !wanted.isEmpty() && !HelpIndent.endsBefore(file, help, wanted)) {
      return List.of(); // the line would become part of the text
    }
    return List.of(Fix.safe("Indent the line", Lines.indent(file, line, wanted)));
  }

  /** The help text right above a line, or null. */
  private static Attribute.@Nullable Help helpBefore(CheckedFile file, int line) {
    FileLines lines = file.lines();
    int before = line - 1;
    while (before >= 0 && lines.kind(before) == Kind.BLANK) {
      before--;
    }
    return before >= 0 && lines.node(before) instanceof Attribute.Help help ? help : null;
  }
}
