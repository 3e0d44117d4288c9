package kconfigls.rules.style;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileRule;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** Reports ends of long {@code if} blocks that do not say which they end, or say another. */
public final class EndComment implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "style",
              "end-comment",
              Severity.HINT,
              "an endif of a long block without its condition, or with that of another")
          .optIn();

  /** A block that is longer than what a screen shows. */
  private static final int LONG = 50;

  /** What a comment is made of that repeats a condition. */
  private static final Pattern CONDITION = Pattern.compile("[A-Za-z0-9_!()&|=<>\"' ]+");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9_]*[A-Z][A-Z0-9_]*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.If block
                  && block.end() != null
                  && block.condition() != null) {
                check(file, block, block.end(), block.condition(), sink);
              }
            });
  }

  private static void check(
      CheckedFile file, Statement.If block, Keyword end, ExprNode condition, FindingSink sink) {
    FileLines lines = file.lines();
    int line = lines.of(end.range().start());
    int comment = lines.comment(line);
    TextRange source = new TextRange(block.keyword().range().start(), condition.range().end());
    String written = condition.range().of(file.text());
    if (written.indexOf('\n') >= 0) {
      return; // no comment repeats a condition of several lines
    }
    if (comment < 0) {
      if (line - lines.of(source.start()) > LONG) {
        sink.report(
            Draft.of(
                    new Place(file.path(), end.range()), "this ends `if " + written + "` far above")
                .see(List.of(new Related(new Place(file.path(), source), "the block begins here")))
                .fix(() -> append(file, end, written)));
      }
      return;
    }
    String said = file.text().substring(comment + 1, lines.stripped(line)).strip();
    if (isOther(said, written)) {
      Place place = Lines.place(file, comment, lines.stripped(line));
      sink.report(
          Draft.of(place, "this ends `if " + written + "`, not what the comment says")
              .as(Severity.INFO)
              .see(List.of(new Related(new Place(file.path(), source), "the block begins here")))
              .fix(
                  () ->
                      List.of(
                          Fix.safe("Name the condition", new Fix.Edit(place, "# " + written)))));
    }
  }

  private static List<Fix> append(CheckedFile file, Keyword end, String written) {
    int at = end.range().end();
    return List.of(Fix.safe("Name the condition", Lines.replace(file, at, at, " # " + written)));
  }

  /** Whether a comment is a condition that has no symbol in common with the block's. */
  private static boolean isOther(String said, String written) {
    if (!CONDITION.matcher(said).matches()) {
      return false;
    }
    Set<String> names = new LinkedHashSet<>(names(said));
    names.removeAll(Set.of("if", "endif", "y", "n", "m"));
    if (names.isEmpty() || !names.stream().allMatch(name -> SYMBOL.matcher(name).matches())) {
      return false;
    }
    Set<String> own = names(written);
    return names.stream().noneMatch(name -> own.stream().anyMatch(each -> isLike(each, name)));
  }

  /** Whether a comment's name is the symbol or a part of its name. */
  private static boolean isLike(String symbol, String name) {
    return symbol.contains(name) || name.contains(symbol);
  }

  private static Set<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }
}
