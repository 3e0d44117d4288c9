package kconfigls.ide.refactoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Statement;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/** Takes an {@code if} block away and gives its condition to each statement inside. */
final class InlineIf {
  private final Site site;
  private final Statement.If block;
  private final ExprNode condition;
  private final List<String> parts;
  private final List<TextEdit> edits = new ArrayList<>();

  private InlineIf(Site site, Statement.If block, ExprNode condition) {
    this.site = site;
    this.block = block;
    this.condition = condition;
    this.parts = Conjuncts.of(condition, site.text());
  }

  static Optional<Refactoring> at(Site site) {
    List<Statement.If> found = new ArrayList<>();
    collect(site, site.tree().statements(), found);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Statement.If block = found.getFirst();
    ExprNode condition = block.condition();
    return condition == null
        ? Optional.empty()
        : new InlineIf(site, block, condition).refactoring();
  }

  /** A block in a choice decides what is a member of it. */
  private static void collect(Site site, List<Statement> body, List<Statement.If> found) {
    for (Statement statement : body) {
      if (statement instanceof Statement.If block
          && block.end() != null
          && (site.isOnLineOf(block.keyword()) || site.isOnLineOf(block.end()))) {
        found.add(block);
      }
      if (statement instanceof Statement.Block block && !(block instanceof Statement.Choice)) {
        collect(site, block.body(), found);
      }
    }
  }

  private Optional<Refactoring> refactoring() {
    if (block.body().isEmpty() || isCommented() || !block.body().stream().allMatch(this::give)) {
      return Optional.empty();
    }
    removeLines();
    return site.checked(edits)
        .map(
            list ->
                new Refactoring(
                    "inline-if",
                    Refactoring.Kind.INLINE,
                    "Write `depends on " + Conjuncts.joined(parts) + "` instead of this `if`",
                    list));
  }

  private boolean isCommented() {
    int end = condition.range().end();
    return !site.text().substring(end, site.lineEnd(end)).isBlank();
  }

  /** Gives a statement the condition; false for one that cannot have it. */
  private boolean give(Statement statement) {
    return switch (statement) {
      case Statement.Entry entry -> !entry.keyword().is("configdefault") && depend(entry);
      case Statement.Menu menu -> depend(menu);
      case Statement.Choice choice -> depend(choice);
      case Statement.Comment comment -> depend(comment);
      case Statement.If inner -> {
        ExprNode own = inner.condition();
        if (own != null) {
          List<String> both = new ArrayList<>(parts);
          both.addAll(Conjuncts.of(own, site.text()));
          edits.add(new TextEdit(own.range(), Conjuncts.joined(both)));
        }
        yield own != null;
      }
      // a macro in the condition would be expanded after it
      case Statement.Assignment assignment -> !Conjuncts.joined(parts).contains("$");
      default -> false;
    };
  }

  private boolean depend(Statement.WithAttributes statement) {
    Set<String> missing = new HashSet<>(parts);
    int at = site.lineEnd(statement.keyword().range().start());
    String indentation = "";
    for (Attribute attribute : statement.attributes()) {
      if (indentation.isEmpty()) {
        indentation = site.indentation(attribute.range().start());
      }
      if (attribute instanceof Attribute.Depends depends && depends.condition() == null) {
        missing.removeAll(Conjuncts.of(depends.value(), site.text()));
      }
      if (isBefore(attribute)) {
        at = site.lineEnd(attribute.range().end());
      }
    }
    if (indentation.isEmpty()) {
      indentation = site.indentation(statement.keyword().range().start()) + site.style().unit();
    }
    if (!missing.isEmpty()) {
      String line = indentation + "depends on " + Conjuncts.joined(parts);
      edits.add(new TextEdit(TextRange.at(at), site.newline() + line));
    }
    return true;
  }

  /** Dependencies follow what an entry is and is asked by. */
  private static boolean isBefore(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Type type -> true;
      case Attribute.Prompt prompt -> true;
      case Attribute.Default value -> value.keyword().text().startsWith("def_");
      default -> false;
    };
  }

  private void removeLines() {
    int first = site.lines().lineOf(block.keyword().range().start());
    int header = site.lines().lineOf(condition.range().end());
    int next = isBlank(header + 1) ? header + 2 : header + 1;
    edits.add(new TextEdit(new TextRange(site.lines().start(first), site.lines().start(next)), ""));
    int last = site.lines().lineOf(block.range().end());
    boolean blankAround = isBlank(last - 1) && last - 1 >= next;
    int start = blankAround ? last - 1 : last;
    edits.add(
        new TextEdit(new TextRange(site.lines().start(start), site.lines().start(last + 1)), ""));
  }

  private boolean isBlank(int line) {
    return line < site.lines().count() - 1
        && site.text().substring(site.lines().start(line), site.lines().end(line)).isBlank();
  }
}
