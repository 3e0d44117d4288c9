package kconfigls.rules.profiles;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;

/** Reports what Zephyr's checks call redundant: the tree's root in a path, a file's name in it. */
public final class ZephyrRedundantRootSource implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "zephyr-redundant-root-source",
              Severity.HINT,
              "`$(ZEPHYR_BASE)` in the path of a root file, or `Kconfig -` at the head of a file")
          .only("zephyr");

  private static final Pattern ROOT =
      Pattern.compile("\\$\\(?ZEPHYR_BASE\\)?/(Kconfig(?:\\.zephyr)?)");

  private static final Pattern HEAD =
      Pattern.compile("\\s*#\\s*([Kk]config[\\w.-]*\\s*-\\s*)(?:\\S|$)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Matcher head = HEAD.matcher(file.text());
    if (head.lookingAt()) {
      Place place = new Place(file.path(), new TextRange(head.start(1), head.end(1)));
      sink.report(
          Draft.of(place, "it is clear from the file's name that the comment is about Kconfig")
              .fix(() -> List.of(Fix.safe("Delete the words", new Fix.Edit(place, "")))));
    }
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Source source && source.path() != null) {
                check(file, source, source.path(), sink);
              }
            });
  }

  private static void check(
      CheckedFile file, Statement.Source source, Term path, FindingSink sink) {
    Matcher matcher = ROOT.matcher(path.raw());
    if (!path.isQuoted() || !matcher.matches()) {
      return;
    }
    String name = matcher.group(1);
    String keyword = source.keyword().text().replace("r", "").replace("souce", "source");
    sink.report(
        Draft.of(
                new Place(file.path(), path.range()),
                "`" + keyword + " \"" + name + "\"` is enough: paths begin at Zephyr's root")
            .fix(
                () ->
                    List.of(
                        Fix.unsafe(
                            "Leave out `$(ZEPHYR_BASE)`",
                            new Fix.Edit(new Place(file.path(), source.keyword().range()), keyword),
                            new Fix.Edit(new Place(file.path(), path.inner()), name)))));
  }
}
