package kconfigls.ide.refactoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/** Other ways to write one entry. */
final class EntryRewrites {
  private final Site site;
  private final Statement.Entry entry;

  EntryRewrites(Site site, Statement.Entry entry) {
    this.site = site;
    this.entry = entry;
  }

  /** {@code bool} and its first default in one line. */
  Optional<Refactoring> join() {
    List<Attribute.Type> types = all(Attribute.Type.class);
    List<Attribute.Default> values = all(Attribute.Default.class);
    if (types.size() != 1
        || types.getFirst().prompt() != null
        || values.isEmpty()
        || !isTruth(types.getFirst().keyword().text())
        || values.stream().anyMatch(EntryRewrites::hasType)
        || !site.isAlone(values.getFirst())) {
      return Optional.empty();
    }
    Attribute.Type type = types.getFirst();
    Attribute.Default value = values.getFirst();
    int from = value.keyword().range().end();
    String rest = new TextRange(from, value.range().end()).of(site.text());
    String keyword = type.keyword().is("boolean") ? "def_bool" : "def_" + type.keyword().text();
    return rewrite(
        "join-default",
        "Write `" + keyword + Conjuncts.squeezed(rest) + "`",
        List.of(
            new TextEdit(type.range(), keyword + rest), new TextEdit(site.wholeLines(value), "")));
  }

  private static boolean isTruth(String type) {
    return type.equals("bool") || type.equals("tristate");
  }

  private static boolean hasType(Attribute.Default value) {
    return value.keyword().text().startsWith("def_");
  }

  /** {@code def_bool} in two lines. */
  Optional<Refactoring> split() {
    List<Attribute.Default> typed =
        all(Attribute.Default.class).stream().filter(EntryRewrites::hasType).toList();
    if (typed.size() != 1 || !all(Attribute.Type.class).isEmpty()) {
      return Optional.empty();
    }
    Attribute.Default value = typed.getFirst();
    String type = value.keyword().text().substring("def_".length());
    String indentation = site.indentation(value.range().start());
    return isTruth(type)
        ? rewrite(
            "split-default",
            "Write `" + type + "` and `default` instead of `def_" + type + "`",
            List.of(
                new TextEdit(
                    value.keyword().range(), type + site.newline() + indentation + "default")))
        : Optional.empty();
  }

  /** The selects by name; lines between them, such as comments, would lose their place. */
  Optional<Refactoring> sortSelects() {
    List<Attribute.Select> selects =
        all(Attribute.Select.class).stream()
            .filter(select -> select.keyword().is("select") && !select.target().hasMacro())
            .toList();
    List<Attribute.Select> sorted = new ArrayList<>(selects);
    sorted.sort(Comparator.comparing(select -> select.target().raw()));
    if (sorted.equals(selects) || !isOneBlock(selects)) {
      return Optional.empty();
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < selects.size(); i++) {
      if (selects.get(i) != sorted.get(i)) {
        edits.add(new TextEdit(line(selects.get(i)), line(sorted.get(i)).of(site.text())));
      }
    }
    return rewrite("sort-selects", "Sort the selects", edits);
  }

  /** The attribute with what stands behind it. */
  private TextRange line(Attribute attribute) {
    return new TextRange(attribute.range().start(), site.lineEnd(attribute.range().end()));
  }

  private boolean isOneBlock(List<Attribute.Select> selects) {
    for (int i = 1; i < selects.size(); i++) {
      int end = line(selects.get(i - 1)).end();
      if (!site.text().substring(end, selects.get(i).range().start()).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** A help text to be filled in, for an entry that asks a question. */
  Optional<Refactoring> addHelp() {
    boolean asks =
        !all(Attribute.Prompt.class).isEmpty()
            || all(Attribute.Type.class).stream().anyMatch(type -> type.prompt() != null);
    if (!asks || !all(Attribute.Help.class).isEmpty() || entry.name() == null) {
      return Optional.empty();
    }
    Attribute last = entry.attributes().getLast();
    String indentation = site.indentation(last.range().start());
    String text =
        site.newline()
            + indentation
            + "help"
            + site.newline()
            + indentation
            + site.style().helpUnit()
            + "What "
            + entry.name().raw()
            + " is for, and who needs it.";
    TextRange end = TextRange.at(site.lineEnd(last.range().end()));
    return Optional.of(
        new Refactoring(
            "add-help",
            Refactoring.Kind.REWRITE,
            "Add a help text",
            List.of(new TextEdit(end, text))));
  }

  private <T extends Attribute> List<T> all(Class<T> kind) {
    return entry.attributes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private Optional<Refactoring> rewrite(String id, String title, List<TextEdit> edits) {
    return site.checked(edits)
        .map(list -> new Refactoring(id, Refactoring.Kind.REWRITE, title, list));
  }
}
