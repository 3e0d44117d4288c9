package kconfigls.outline;

import java.util.ArrayList;
import java.util.List;
import kconfigls.expr.Expr;
import kconfigls.outline.Reference.Role;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Term;
import org.jspecify.annotations.Nullable;

/** Makes the outline of a syntax tree; what could not be read is left out. */
public final class OutlineBuilder {
  private final OutlinePositions.Builder positions = new OutlinePositions.Builder();
  private final List<Reference> references = new ArrayList<>();

  private OutlineBuilder() {}

  /** The outline of a tree and the places of its keys. */
  public static Outlined build(SyntaxTree tree) {
    OutlineBuilder builder = new OutlineBuilder();
    List<Item> items = builder.items(tree.statements());
    FileOutline outline = new FileOutline(items, List.copyOf(builder.references));
    return new Outlined(outline, builder.positions.build());
  }

  private List<Item> items(List<Statement> statements) {
    List<Item> items = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      Item item = item(statement);
      if (item != null) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  private @Nullable Item item(Statement statement) {
    return switch (statement) {
      case Statement.Entry entry -> entry(entry);
      case Statement.Choice choice -> choice(choice);
      case Statement.Menu menu -> menu(menu);
      case Statement.If block -> ifBlock(block);
      case Statement.Comment comment -> comment(comment);
      case Statement.Source source -> source(source);
      case Statement.Assignment assignment ->
          new Item.Assignment(
              positions.add(assignment.range()),
              assignment.name().raw(),
              assignment.op(),
              assignment.value());
      case Statement.MacroLine line ->
          new Item.MacroLine(positions.add(line.range()), line.word().raw());
      case Statement.MainMenu mainMenu ->
          new Item.MainMenu(positions.add(mainMenu.range()), text(mainMenu.prompt()));
      case Statement.StrayAttribute stray -> null;
      case Statement.StrayEnd stray -> null;
      case Statement.Unknown unknown -> null;
    };
  }

  private @Nullable Item entry(Statement.Entry entry) {
    Term name = entry.name();
    if (name == null) {
      return null;
    }
    int key = positions.add(entry.range());
    positions.add(name.range());
    Props props = new Props(positions, references, key, false);
    List<Prop> list = props.of(entry.attributes());
    boolean macros = name.hasMacro() || props.macros();
    return new Item.Entry(key, entry.keyword().text(), name.raw(), list, macros);
  }

  private Item choice(Statement.Choice choice) {
    int key = positions.add(choice.range());
    Props props = new Props(positions, references, key, true);
    List<Prop> list = props.of(choice.attributes());
    String name = choice.name() == null ? null : choice.name().raw();
    return new Item.Choice(key, name, list, items(choice.body()), props.macros());
  }

  private Item menu(Statement.Menu menu) {
    int key = positions.add(menu.range());
    Props props = new Props(positions, references, key, false);
    List<Prop> list = props.of(menu.attributes());
    return new Item.Menu(key, text(menu.prompt()), list, items(menu.body()), macros(props, menu));
  }

  private static boolean macros(Props props, Statement.Menu menu) {
    return props.macros() || (menu.prompt() != null && menu.prompt().hasMacro());
  }

  private Item ifBlock(Statement.If block) {
    int key = positions.add(block.range());
    Props props = new Props(positions, references, key, false);
    ExprNode condition = block.condition();
    Expr expr = condition == null ? Expr.UNKNOWN : props.expr(condition, Role.IF_BLOCK);
    boolean macros = props.macros();
    return new Item.If(key, expr, items(block.body()), macros);
  }

  private Item comment(Statement.Comment comment) {
    int key = positions.add(comment.range());
    Props props = new Props(positions, references, key, false);
    List<Prop> list = props.of(comment.attributes());
    return new Item.Comment(key, text(comment.prompt()), list, props.macros());
  }

  private @Nullable Item source(Statement.Source source) {
    Term path = source.path();
    if (path == null) {
      return null;
    }
    int key = positions.add(path.range());
    return new Item.Source(key, source.keyword().text(), text(path));
  }

  private static String text(@Nullable Term term) {
    return term == null ? "" : term.hasMacro() ? term.raw() : term.text();
  }
}
