package kconfigls.rules.dependencies;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.Fixes;
import kconfigls.rules.LineFixes;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.Unreached;
import kconfigls.syntax.Attribute;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Reports a last default that gives what a symbol without a default has: n, or for a visible string
 * nothing. A default behind it, here or in another entry, needs it.
 */
public final class RedundantDefaultN implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "redundant-default-n",
          Severity.INFO,
          "a default that says what holds without it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<Symbol, MenuNode> lastDefaults = new IdentityHashMap<>();
    PerEntry.always(projects, (model, node) -> redundant(projects, model, node, lastDefaults))
        .forEach((key, last) -> sink.report(draft(projects, key, last)));
  }

  /** A symbol's last default. */
  private record Last(String name, Prop.Default line) {}

  private static Draft draft(CheckedProjects projects, FileKey key, Last last) {
    Place place = projects.semantics().place(key.file(), last.line().key());
    String value = last.line().value().equals(Expr.N) ? "n" : "empty";
    String message = "this default says nothing: without one, the value is " + value;
    return Draft.of(place, message).about(last.name()).fix(fixes(projects, place));
  }

  private static Fixes fixes(CheckedProjects projects, Place place) {
    return () -> {
      Edits edits = Edits.in(projects, place.file());
      Optional<Attribute> attribute = edits.attributeAt(place.range().start());
      if (attribute.isPresent()
          && attribute.get() instanceof Attribute.Default def
          && def.keyword().text().startsWith("def_")) {
        String type = def.keyword().text().substring("def_".length());
        TextRange line = def.range();
        return List.of(Fix.safe("Replace by `" + type + "`", edits.replace(line, type)));
      }
      return LineFixes.delete(projects, place, true).all();
    };
  }

  private static @Nullable Last redundant(
      CheckedProjects projects,
      ProjectModel model,
      MenuNode node,
      Map<Symbol, MenuNode> lastDefaults) {
    if (!(node.item() instanceof Item.Entry entry)) {
      return null;
    }
    Prop.Default last = null;
    for (Prop prop : entry.props()) {
      if (prop instanceof Prop.Default def) {
        last = def;
      }
    }
    Symbol symbol = node.symbol();
    if (last == null || symbol == null || !isNothing(model, node, symbol, last)) {
      return null;
    }
    boolean counts =
        model.isOpen()
            || node.choice() != null
            || node.isConfigdefault()
            || lastDefaults.computeIfAbsent(symbol, each -> lastWithDefault(each, node)) != node;
    int key = last.key();
    return !counts
            && Unreached.of(projects, model, node, prop -> prop instanceof Prop.Default).stream()
                .noneMatch(one -> one.key() == key)
        ? new Last(symbol.name(), last)
        : null;
  }

  private static boolean isNothing(
      ProjectModel model, MenuNode node, Symbol symbol, Prop.Default last) {
    return switch (symbol.type().orElse(null)) {
      case BOOL, TRISTATE ->
          last.value().equals(Expr.N) && !model.spec().dialect().has(Feature.HIDDEN_N_WRITTEN);
      case STRING -> last.value().equals(new Expr.Text("")) && isShownWheneverAlive(node);
      case INT, HEX, FLOAT -> false;
      case null -> false;
    };
  }

  /** A hidden string is written to the configuration only if it has a default. */
  private static boolean isShownWheneverAlive(MenuNode node) {
    Optional<Prop.Prompt> prompt = node.prompt();
    return prompt.isPresent()
        && prompt.get().condition() == null
        && Conditions.visibility(node).isEmpty();
  }

  /** The last entry of a symbol that has a default, as the given one has. */
  private static MenuNode lastWithDefault(Symbol symbol, MenuNode one) {
    return symbol.nodes().reversed().stream()
        .filter(node -> node.props().stream().anyMatch(prop -> prop instanceof Prop.Default))
        .findFirst()
        .orElse(one);
  }
}
