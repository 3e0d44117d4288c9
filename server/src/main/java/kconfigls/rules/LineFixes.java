package kconfigls.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Fixes of lines that say too much. */
public final class LineFixes {
  private LineFixes() {}

  /** Deletes the line of a property, unless it gives the type as well. */
  public static Fixes delete(CheckedProjects projects, Place place, boolean safe) {
    return () -> {
      Edits edits = Edits.in(projects, place.file());
      Optional<Attribute> attribute = edits.attributeAt(place.range().start());
      if (attribute.isEmpty() || isDefWithType(attribute.get())) {
        return List.of();
      }
      Fix.Edit edit = edits.deleteLines(attribute.get().range());
      return List.of(fix("Delete the line", safe, edit));
    };
  }

  private static boolean isDefWithType(Attribute attribute) {
    return attribute instanceof Attribute.Default def && def.keyword().text().startsWith("def_");
  }

  /** Deletes the condition of a property with its {@code if}. */
  public static Fixes deleteCondition(CheckedProjects projects, Place place, boolean safe) {
    return () -> {
      Edits edits = Edits.in(projects, place.file());
      Optional<Attribute> attribute = edits.attributeAt(place.range().start());
      ExprNode condition = attribute.map(LineFixes::condition).orElse(null);
      return condition == null
          ? List.of()
          : List.of(fix("Delete the condition", safe, edits.deleteCondition(condition)));
    };
  }

  /** Deletes a prompt that nobody can see. */
  public static Fixes deletePrompt(CheckedProjects projects, Place place) {
    return () -> {
      Edits edits = Edits.in(projects, place.file());
      Optional<Attribute> attribute = edits.attributeAt(place.range().start());
      if (attribute.isPresent() && attribute.get() instanceof Attribute.Type type) {
        TextRange rest = new TextRange(type.keyword().range().end(), type.range().end());
        return List.of(Fix.safe("Delete the prompt", edits.delete(rest)));
      }
      return attribute
          .map(line -> List.of(Fix.safe("Delete the prompt", edits.deleteLines(line.range()))))
          .orElse(List.of());
    };
  }

  /** Deletes conjuncts of a {@code depends on} that is stated elsewhere, the last of each kind. */
  public static Fixes deleteConjuncts(
      CheckedProjects projects, Place place, List<String> conjuncts) {
    return () -> {
      Edits edits = Edits.in(projects, place.file());
      Attribute attribute = edits.attributeAt(place.range().start()).orElse(null);
      if (!(attribute instanceof Attribute.Depends depends)) {
        return List.of();
      }
      List<ExprNode> parts = new ArrayList<>();
      addParts(depends.value(), parts);
      if (parts.size() == conjuncts.size()) {
        return List.of(Fix.safe("Delete the line", edits.deleteLines(depends.range())));
      }
      if (conjuncts.size() > 1) {
        return List.of();
      }
      String text =
          projects.semantics().snapshot().present(place.file()).orElseThrow().source().text();
      return parts.reversed().stream()
          .filter(part -> isSame(part.range().of(text), conjuncts.getFirst()))
          .findFirst()
          .flatMap(part -> edits.deleteOperand(depends.value(), part))
          .map(edit -> List.of(Fix.safe("Delete `" + conjuncts.getFirst() + "`", edit)))
          .orElse(List.of());
    };
  }

  private static void addParts(ExprNode node, List<ExprNode> into) {
    switch (node) {
      case ExprNode.And and -> and.parts().forEach(part -> addParts(part, into));
      case ExprNode.Paren paren when paren.inner() instanceof ExprNode.And ->
          addParts(paren.inner(), into);
      default -> into.add(node);
    }
  }

  private static boolean isSame(String text, String printed) {
    return squeezed(text).equals(squeezed(printed));
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s()\\\\]", "");
  }

  private static @Nullable ExprNode condition(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Type type -> type.condition();
      case Attribute.Prompt prompt -> prompt.condition();
      case Attribute.Default def -> def.condition();
      case Attribute.Select select -> select.condition();
      case Attribute.Range range -> range.condition();
      case Attribute.SetValue set -> set.condition();
      case Attribute.Depends depends -> null;
      case Attribute.Visible visible -> null;
      case Attribute.Option option -> null;
      case Attribute.Flag flag -> null;
      case Attribute.Warning warning -> null;
      case Attribute.Help help -> null;
    };
  }

  /** A fix of one edit. */
  public static Fix fix(String title, boolean safe, Fix.Edit edit) {
    return safe ? Fix.safe(title, edit) : Fix.unsafe(title, edit);
  }
}
