package kconfigls.rules.style;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kconfigls.dialect.LayoutStyle;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.Kconfcheck.Refusal;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;

/** Reports help texts that are not indented as the project has it. */
public final class HelpIndentation implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "style",
              "help-indentation",
              Severity.INFO,
              "a help text that is not indented as the project's style has it")
          .only("zephyr", "esp-idf", "buildroot");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Set<Integer> refused = file.style().isNested() ? refused(file) : Set.of();
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Help help && !help.text().isEmpty()) {
        check(file, help, refused, sink);
      }
    }
  }

  /** The lines that ESP-IDF's checker refuses. */
  private static Set<Integer> refused(CheckedFile file) {
    return file.refusals().stream()
        .filter(refusal -> refusal instanceof Refusal.Indented)
        .map(Refusal::line)
        .collect(Collectors.toSet());
  }

  private static void check(
      CheckedFile file, Attribute.Help help, Set<Integer> refused, FindingSink sink) {
    LayoutStyle style = file.style();
    FileLines lines = file.lines();
    int first = HelpIndent.firstLine(file, help);
    if (HelpIndent.column(file, first) == 0) {
      return; // help-swallows-statement looks at these
    }
    String wanted = style.helpIndentation(lines.depth(first) - 1);
    for (int line = first; line <= HelpIndent.lastLine(file, help); line++) {
      if (style.isNested() ? refused.contains(line) : isWrong(lines, line, wanted)) {
        String message =
            style.isNested()
                ? "the help text is not indented by " + wanted.length() + " blanks"
                : "the help text is not indented by a tab and two blanks";
        sink.report(
            Draft.of(Lines.content(file, line), message).fix(() -> fixes(file, help, wanted)));
        if (!style.isNested()) {
          return;
        }
      }
    }
  }

  private static boolean isWrong(FileLines lines, int line, String wanted) {
    String indentation = lines.indentation(line);
    return lines.indent(line) < lines.end(line)
        && (!indentation.startsWith(wanted) || indentation.lastIndexOf('\t') > 0);
  }

  private static List<Fix> fixes(CheckedFile file, Attribute.Help help, String wanted) {
    if (!HelpIndent.endsTheSame(file, help, wanted)) {
      return List.of();
    }
    return List.of(new Fix("Indent the help text", true, HelpIndent.edits(file, help, wanted)));
  }
}
