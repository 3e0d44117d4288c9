package kconfigls.outline;

import java.util.ArrayList;
import java.util.List;
import kconfigls.expr.Comparison;
import kconfigls.expr.Expr;
import kconfigls.outline.Reference.Role;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Term;
import org.jspecify.annotations.Nullable;

/** Makes the properties of one statement. */
final class Props {
  private final OutlinePositions.Builder positions;
  private final List<Reference> references;
  private final int itemKey;
  private final boolean choice;
  private final List<Prop> props = new ArrayList<>();
  private boolean macros;

  Props(
      OutlinePositions.Builder positions, List<Reference> references, int itemKey, boolean choice) {
    this.positions = positions;
    this.references = references;
    this.itemKey = itemKey;
    this.choice = choice;
  }

  /** Whether anything read so far holds a macro. */
  boolean macros() {
    return macros;
  }

  List<Prop> of(List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      add(attribute);
    }
    return List.copyOf(props);
  }

  private void add(Attribute attribute) {
    switch (attribute) {
      case Attribute.Type type -> type(type);
      case Attribute.Prompt prompt -> prompt(prompt.prompt(), prompt.condition());
      case Attribute.Default def -> def(def);
      case Attribute.Depends depends -> depends(depends);
      case Attribute.Select select -> select(select);
      case Attribute.Range range -> range(range);
      case Attribute.Visible visible -> visible(visible);
      case Attribute.Option option ->
          props.add(
              new Prop.Option(
                  positions.add(option.range()),
                  option.name().raw(),
                  option.value() == null ? null : text(option.value())));
      case Attribute.Flag flag -> flag(flag);
      case Attribute.SetValue set -> set(set);
      case Attribute.Warning warning -> condition(warning.condition());
      case Attribute.Help help -> props.add(new Prop.Help(positions.add(help.range())));
    }
  }

  private void type(Attribute.Type type) {
    type(type.keyword(), type.keyword().text());
    if (type.prompt() != null) {
      prompt(type.prompt(), type.condition());
    } else {
      condition(type.condition());
    }
  }

  private void type(Keyword keyword, String type) {
    props.add(new Prop.Type(positions.add(keyword.range()), SymbolType.of(type)));
  }

  private void prompt(Term prompt, @Nullable ExprNode condition) {
    int key = positions.add(prompt.range());
    props.add(new Prop.Prompt(key, text(prompt), condition(condition)));
  }

  private void def(Attribute.Default def) {
    String keyword = def.keyword().text();
    if (keyword.startsWith("def_")) {
      type(def.keyword(), keyword.substring("def_".length()));
    }
    int key = positions.add(def.range());
    Expr value = expr(def.value(), choice ? Role.CHOICE_DEFAULT : Role.DEFAULT);
    props.add(new Prop.Default(key, value, condition(def.condition())));
  }

  private void depends(Attribute.Depends depends) {
    int key = positions.add(depends.range());
    Expr value = expr(depends.value(), Role.DEPENDS);
    Expr condition = condition(depends.condition());
    Expr whole = condition == null ? value : Expr.or(value, Expr.isN(condition));
    props.add(new Prop.Depends(key, whole));
  }

  private void select(Attribute.Select select) {
    int key = positions.add(select.range());
    boolean imply = select.keyword().is("imply");
    Term target = select.target();
    if (!target.isQuoted()) {
      reference(target, imply ? Role.IMPLY : Role.SELECT);
    }
    props.add(new Prop.Select(key, imply, text(target), condition(select.condition())));
  }

  private void range(Attribute.Range range) {
    int key = positions.add(range.range());
    Expr.Operand low = operand(range.low(), Role.RANGE);
    Expr.Operand high = operand(range.high(), Role.RANGE);
    props.add(new Prop.Range(key, low, high, condition(range.condition())));
  }

  private void visible(Attribute.Visible visible) {
    Expr condition = condition(visible.condition());
    if (condition != null) {
      props.add(new Prop.Visible(positions.add(visible.range()), condition));
    }
  }

  private void flag(Attribute.Flag flag) {
    props.add(new Prop.Flag(positions.add(flag.range()), flag.keyword().text()));
    condition(flag.condition());
  }

  private void set(Attribute.SetValue set) {
    int key = positions.add(set.range());
    reference(set.target(), Role.SET);
    Expr.Operand value = operand(set.value(), Role.DEFAULT);
    Expr condition = condition(set.condition());
    props.add(new Prop.SetValue(key, set.isDefault(), text(set.target()), value, condition));
  }

  private @Nullable Expr condition(@Nullable ExprNode condition) {
    return condition == null ? null : expr(condition, Role.CONDITION);
  }

  Expr expr(ExprNode node, Role role) {
    return switch (node) {
      case Term term -> operand(term, role);
      case ExprNode.Paren paren -> expr(paren.inner(), role);
      case ExprNode.Not not -> new Expr.Not(expr(not.operand(), role));
      case ExprNode.And and -> {
        List<Expr> parts = new ArrayList<>(and.parts().size());
        for (ExprNode part : and.parts()) {
          parts.addAll(flat(expr(part, role), true));
        }
        yield new Expr.And(List.copyOf(parts));
      }
      case ExprNode.Or or -> {
        List<Expr> parts = new ArrayList<>(or.parts().size());
        for (ExprNode part : or.parts()) {
          parts.addAll(flat(expr(part, role), false));
        }
        yield new Expr.Or(List.copyOf(parts));
      }
      case ExprNode.Compare compare ->
          new Expr.Compare(
              operand(compare.left(), role),
              Comparison.of(compare.op()),
              operand(compare.right(), role));
    };
  }

  private static List<Expr> flat(Expr expr, boolean and) {
    if (and && expr instanceof Expr.And inner) {
      return inner.parts();
    }
    return !and && expr instanceof Expr.Or inner ? inner.parts() : List.of(expr);
  }

  private Expr.Operand operand(Term term, Role role) {
    if (!term.isQuoted()) {
      reference(term, role);
    }
    return Expr.operand(text(term), term.isQuoted());
  }

  private void reference(Term term, Role role) {
    String word = term.raw();
    boolean constant = word.equals("y") || word.equals("m") || word.equals("n");
    macros |= term.hasMacro();
    if (!constant && !Numbers.isLiteral(word)) {
      references.add(new Reference(positions.add(term.range()), word, role, itemKey));
    }
  }

  private String text(Term term) {
    macros |= term.hasMacro();
    return term.hasMacro() ? term.raw() : term.text();
  }
}
