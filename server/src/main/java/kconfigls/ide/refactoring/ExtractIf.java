package kconfigls.ide.refactoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/** Puts several entries into an {@code if} block with the conditions that all of them have. */
final class ExtractIf {
  private final Site site;

  private ExtractIf(Site site) {
    this.site = site;
  }

  static Optional<Refactoring> at(Site site) {
    return new ExtractIf(site).refactoring();
  }

  private Optional<Refactoring> refactoring() {
    List<Statement> selected = selected(site.tree().statements());
    if (selected.size() < 2 || !selected.stream().allMatch(ExtractIf::isMovable)) {
      return Optional.empty();
    }
    List<String> common = common(selected);
    if (common.isEmpty()) {
      return Optional.empty();
    }
    String condition = Conjuncts.joined(common);
    return edits(selected, common, condition)
        .flatMap(site::checked)
        .map(
            edits ->
                new Refactoring(
                    "extract-if",
                    Refactoring.Kind.EXTRACT,
                    "Put these into `if " + condition + "`",
                    edits));
  }

  /**
   * The innermost neighbours that the selection touches; members of a choice stay where they are.
   */
  private List<Statement> selected(List<Statement> body) {
    List<Statement> touched = body.stream().filter(this::isTouched).toList();
    if (touched.size() == 1
        && touched.getFirst() instanceof Statement.Block block
        && !(block instanceof Statement.Choice)) {
      return selected(block.body());
    }
    return touched;
  }

  private boolean isTouched(Statement statement) {
    TextRange range = statement.range();
    return site.selection().start() < range.end() && site.selection().end() > range.start();
  }

  private static boolean isMovable(Statement statement) {
    return switch (statement) {
      case Statement.Entry entry -> !entry.keyword().is("configdefault");
      case Statement.Menu menu -> menu.end() != null;
      case Statement.Choice choice -> choice.end() != null;
      case Statement.Comment comment -> true;
      default -> false;
    };
  }

  /** A macro may have another value further up. */
  private List<String> common(List<Statement> statements) {
    Set<String> common = new LinkedHashSet<>();
    for (Statement statement : statements) {
      List<String> own = new ArrayList<>();
      for (Attribute.Depends depends : plain(statement)) {
        own.addAll(Conjuncts.of(depends.value(), site.text()));
      }
      if (statement == statements.getFirst()) {
        common.addAll(own);
      } else {
        common.retainAll(own);
      }
    }
    common.removeIf(part -> part.contains("$"));
    return List.copyOf(common);
  }

  private static List<Attribute.Depends> plain(Statement statement) {
    List<Attribute.Depends> found = new ArrayList<>();
    if (statement instanceof Statement.WithAttributes with) {
      for (Attribute attribute : with.attributes()) {
        if (attribute instanceof Attribute.Depends depends
            && depends.on()
            && depends.condition() == null) {
          found.add(depends);
        }
      }
    }
    return found;
  }

  private Optional<List<TextEdit>> edits(
      List<Statement> statements, List<String> common, String condition) {
    String newline = site.newline();
    int start = statements.getFirst().range().start();
    String indentation = site.indentation(start);
    List<TextEdit> edits = new ArrayList<>();
    edits.add(
        new TextEdit(
            TextRange.at(site.lineStart(start)),
            indentation + "if " + condition + newline + newline));
    for (Statement statement : statements) {
      for (Attribute.Depends depends : plain(statement)) {
        List<String> left = new ArrayList<>(Conjuncts.of(depends.value(), site.text()));
        if (!left.removeAll(common)) {
          continue;
        }
        if (!left.isEmpty()) {
          edits.add(new TextEdit(depends.value().range(), Conjuncts.joined(left)));
        } else if (site.isAlone(depends)) {
          edits.add(new TextEdit(site.wholeLines(depends), ""));
        } else {
          return Optional.empty();
        }
      }
    }
    edits.add(end(statements.getLast(), newline + newline + indentation + "endif", edits));
    return Optional.of(edits);
  }

  /** The end of the block; dependencies in the last lines have gone, with the line ends. */
  private TextEdit end(Statement last, String text, List<TextEdit> edits) {
    int end = site.lineEnd(last.range().end());
    int start = end;
    while (edits.getLast().newText().isEmpty() && edits.getLast().range().end() >= start) {
      start = edits.removeLast().range().start() - site.newline().length();
    }
    return new TextEdit(new TextRange(start, end), text);
  }
}
