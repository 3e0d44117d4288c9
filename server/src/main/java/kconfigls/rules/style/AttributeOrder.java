package kconfigls.rules.style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileLines.Kind;
import kconfigls.rules.FileRule;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;

/** Reports attributes in another order than type, default, depends, select, imply, range, help. */
public final class AttributeOrder implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "style",
              "attribute-order",
              Severity.HINT,
              "attributes that are not in the usual order")
          .only("buildroot");

  private static final int FREE = -1;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Entry entry) {
                check(file, entry.attributes(), sink);
              } else if (statement instanceof Statement.Choice choice) {
                check(file, choice.attributes(), sink);
              }
            });
  }

  private static void check(CheckedFile file, List<Attribute> attributes, FindingSink sink) {
    Attribute highest = null;
    for (Attribute attribute : attributes) {
      int rank = rank(attribute);
      if (rank == FREE) {
        continue;
      }
      if (highest != null && rank < rank(highest)) {
        sink.report(draft(file, attributes, attribute, highest));
        return;
      }
      highest = attribute;
    }
  }

  private static Draft draft(
      CheckedFile file, List<Attribute> attributes, Attribute late, Attribute early) {
    String message =
        "`" + late.keyword().text() + "` belongs before the `" + early.keyword().text() + "` above";
    return Draft.of(new Place(file.path(), late.keyword().range()), message)
        .see(
            List.of(
                new Related(
                    new Place(file.path(), early.keyword().range()),
                    "the line that it belongs before")))
        .fix(() -> fixes(file, attributes));
  }

  private static int rank(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Type type -> 0;
      case Attribute.Prompt prompt -> 0;
      case Attribute.Default value -> value.keyword().is("default") ? 1 : 0;
      case Attribute.Depends depends -> 2;
      case Attribute.Select select -> select.keyword().is("imply") ? 4 : 3;
      case Attribute.Range range -> 5;
      case Attribute.Help help -> 6;
      case Attribute.Visible visible -> FREE;
      case Attribute.Option option -> FREE;
      case Attribute.Flag flag -> FREE;
      case Attribute.SetValue set -> FREE;
      case Attribute.Warning warning -> FREE;
    };
  }

  /** An attribute with its lines, comments above it included. */
  private record Lot(Attribute attribute, int first, int last) {}

  /**
   * Sorts the attributes, if each line between them belongs to one. Defaults, ranges, prompts and
   * the like keep their order, for it counts.
   */
  private static List<Fix> fixes(CheckedFile file, List<Attribute> attributes) {
    FileLines lines = file.lines();
    List<Lot> lots = new ArrayList<>();
    int next = lines.of(attributes.getFirst().range().start());
    for (Attribute attribute : attributes) {
      int start = lines.of(attribute.range().start());
      int last = lines.of(attribute.range().end());
      for (int line = next; line < start; line++) {
        if (lines.kind(line) != Kind.COMMENT) {
          return List.of();
        }
      }
      // a line that goes on where nothing more is read cannot move alone
      if (rank(attribute) == FREE || goesOn(file, lines.end(last))) {
        return List.of();
      }
      lots.add(new Lot(attribute, next, last));
      next = last + 1;
    }
    List<Lot> sorted = new ArrayList<>(lots);
    sorted.sort(Comparator.comparingInt(lot -> rank(lot.attribute())));
    boolean counts =
        keeps(lots, sorted, Attribute.Default.class::isInstance)
            && keeps(
                lots,
                sorted,
                lot -> lot instanceof Attribute.Type || lot instanceof Attribute.Prompt);
    boolean endsInNewline = lines.end(next - 1) < file.text().length();
    if (!counts || !endsInNewline || !helpStaysLast(file, sorted, next)) {
      return List.of();
    }
    StringBuilder text = new StringBuilder();
    sorted.forEach(
        lot -> text.append(file.text(), lines.start(lot.first()), lines.start(lot.last() + 1)));
    int from = lines.start(lots.getFirst().first());
    int to = lines.start(next);
    return List.of(Fix.safe("Sort the attributes", Lines.replace(file, from, to, text.toString())));
  }

  private static boolean goesOn(CheckedFile file, int end) {
    return end > 0 && file.text().charAt(end - 1) == '\\';
  }

  /** Whether a help text is the last of all, and what follows it does not become part of it. */
  private static boolean helpStaysLast(CheckedFile file, List<Lot> sorted, int next) {
    for (int i = 0; i < sorted.size() - 1; i++) {
      if (sorted.get(i).attribute() instanceof Attribute.Help) {
        return false;
      }
    }
    return !(sorted.getLast().attribute() instanceof Attribute.Help help)
        || HelpIndent.endsBefore(file, help, next);
  }

  private static boolean keeps(List<Lot> before, List<Lot> after, Predicate<Attribute> kind) {
    List<Attribute> old = before.stream().map(Lot::attribute).filter(kind).toList();
    return after.stream().map(Lot::attribute).filter(kind).toList().equals(old);
  }
}
