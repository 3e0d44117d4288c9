package kconfigls.rules.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.DedentedHelp;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Reports lines that were meant as help text and are read as statements. */
public final class HelpDedent implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "style",
          "help-dedent",
          Severity.ERROR,
          "a help line is indented less than the first one");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    LineIndex lines = file.tree().source().lines();
    Set<Integer> dedented = DedentedHelp.lines(file);
    Map<Integer, Attribute.Help> above = dedented.isEmpty() ? Map.of() : helpByNextLine(file);
    int previous = -2;
    for (int line : new TreeSet<>(dedented)) {
      if (line != previous + 1) {
        int end = lines.end(line);
        int start = lines.start(line);
        while (start < end && Character.isWhitespace(file.text().charAt(start))) {
          start++;
        }
        String message = "indented less than the first line of the help text, so it is no help";
        sink.report(
            Draft.of(new Place(file.path(), new TextRange(start, end)), message)
                .fix(() -> fixes(file, line, dedented, above.get(line))));
      }
      previous = line;
    }
  }

  /** The help texts, each by the line that follows it. */
  private static Map<Integer, Attribute.Help> helpByNextLine(CheckedFile file) {
    Map<Integer, Attribute.Help> texts = new HashMap<>();
    file.attributes().stream()
        .filter(Attribute.Help.class::isInstance)
        .map(Attribute.Help.class::cast)
        .forEach(help -> texts.putIfAbsent(file.line(help.textRange().end()), help));
    return texts;
  }

  /** Indents the lines from this one on like the text above. */
  private static List<Fix> fixes(
      CheckedFile file, int first, Set<Integer> dedented, Attribute.@Nullable Help above) {
    if (above == null) {
      return List.of();
    }
    LineIndex lines = file.tree().source().lines();
    Edits edits = Edits.in(file);
    String own = edits.indentation(lines.start(first));
    String wanted = indentation(above.raw());
    List<Fix.Edit> all = new ArrayList<>();
    for (int line = first; dedented.contains(line); line++) {
      int start = lines.start(line);
      String blanks = edits.indentation(start);
      int end = start + (blanks.startsWith(own) ? own.length() : blanks.length());
      all.add(edits.replace(new TextRange(start, end), wanted));
    }
    return List.of(new Fix("Indent it like the text above", false, all));
  }

  /** The indentation of the first line of a text that is not blank. */
  private static String indentation(String text) {
    String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
