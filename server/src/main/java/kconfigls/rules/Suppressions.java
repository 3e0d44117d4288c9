package kconfigls.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.rules.Suppression.Origin;
import kconfigls.rules.Suppression.RuleId;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Token;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;

/**
 * The comments of a file that say what is not to be reported.
 *
 * @param all in order of the text
 * @param problems comments that are meant as such and that nobody understands
 */
public record Suppressions(List<Suppression> all, List<Problem> problems) {
  public static final Suppressions NONE = new Suppressions(List.of(), List.of());

  /** What is wrong with a comment. */
  public record Problem(TextRange range, String message) {}

  private static final String MARK = "kconfig-ls:";
  private static final Pattern OWN = Pattern.compile("#+\\s*kconfig-ls:\\s*(.*)");
  private static final Pattern IGNORE =
      Pattern.compile("(ignore|ignore-file)\\s*\\[([^\\]]*)\\](?:\\s.*)?");
  private static final Pattern IN_TEXT =
      Pattern.compile("kconfig-ls:\\s*(ignore|ignore-file)\\s*\\[([^\\]\\r\\n]*)\\]");
  private static final Pattern ID = Pattern.compile("[^\\s,]+");
  private static final Pattern ESP_IDF = Pattern.compile("#\\s*ignore:\\s*(.*)");
  private static final Pattern NO_ERROR = Pattern.compile("#\\s+NOERROR\\s*");

  public Suppressions {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /** The comments of a Kconfig file. */
  public static Suppressions of(SyntaxTree tree, Dialect dialect) {
    String text = tree.source().text();
    boolean own = text.contains(MARK);
    boolean project =
        dialect.has(Feature.IGNORE_COMMENTS)
            && (text.contains("ignore:") || text.contains("NOERROR"));
    if (!own && !project) {
      return NONE;
    }
    SuppressedRange range = new SuppressedRange(tree);
    List<Suppression> all = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Token token : KconfigParser.tokens(tree.source())) {
      if (token.kind() == Token.Kind.COMMENT) {
        if (own) {
          own(token.range(), range, all, problems);
        }
        if (project) {
          project(token.range(), range, all);
        }
      }
    }
    return new Suppressions(all, problems);
  }

  private static void own(
      TextRange comment, SuppressedRange range, List<Suppression> all, List<Problem> problems) {
    Matcher marked = OWN.matcher(comment.of(range.text()));
    if (!marked.lookingAt()) {
      return;
    }
    Matcher ignore = IGNORE.matcher(marked.group(1));
    if (!ignore.matches()) {
      String wanted = "`ignore[RULE, …] reason` or `ignore-file[RULE, …] reason`";
      problems.add(new Problem(comment, "not understood, and so nothing is ignored: " + wanted));
      return;
    }
    int at = comment.start() + marked.start(1) + ignore.start(2);
    List<RuleId> rules = rules(ignore.group(2), at);
    if (rules.isEmpty()) {
      problems.add(new Problem(comment, "names no rule, and so nothing is ignored"));
      return;
    }
    TextRange covers =
        ignore.group(1).equals("ignore") ? range.of(comment) : new TextRange(0, range.length());
    all.add(new Suppression(comment, covers, rules, Origin.OWN));
  }

  private static List<RuleId> rules(String list, int at) {
    return ID.matcher(list)
        .results()
        .map(id -> new RuleId(id.group(), new TextRange(at + id.start(), at + id.end())))
        .toList();
  }

  private static void project(TextRange comment, SuppressedRange range, List<Suppression> all) {
    String text = comment.of(range.text());
    Matcher ignore = ESP_IDF.matcher(text);
    if (ignore.lookingAt()) {
      List<RuleId> rules =
          rules(ignore.group(1), comment.start() + ignore.start(1)).stream()
              .map(rule -> rule.id().equals("MD") ? multipleDefinition(rule) : rule)
              .toList();
      all.add(new Suppression(comment, range.line(comment), rules, Origin.ESP_IDF));
    } else if (NO_ERROR.matcher(text).matches()) {
      all.add(new Suppression(comment, range.line(comment), List.of(), Origin.LINE));
    }
  }

  /** ESP-IDF has a short name for the only rule that its comments are about. */
  private static RuleId multipleDefinition(RuleId rule) {
    return new RuleId("multiple-definition", rule.range());
  }

  /** The comments of any other file: in any syntax, for their own line or for the next one. */
  public static Suppressions of(SourceText source) {
    if (!source.text().contains(MARK)) {
      return NONE;
    }
    List<Suppression> all = new ArrayList<>();
    Matcher match = IN_TEXT.matcher(source.text());
    int lastLine = -1;
    while (match.find()) {
      TextRange comment = new TextRange(match.start(), match.end());
      int line = source.lines().lineOf(match.start());
      TextRange covers =
          match.group(1).equals("ignore")
              ? SuppressedRange.inText(source, comment, line == lastLine)
              : new TextRange(0, source.length());
      all.add(new Suppression(comment, covers, rules(match.group(2), match.start(2)), Origin.OWN));
      lastLine = line;
    }
    return new Suppressions(all, List.of());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }
}
