package kconfigls.outline;

import java.util.List;
import kconfigls.expr.Expr;
import org.jspecify.annotations.Nullable;

/** A statement of an outline. {@code key} leads to its place in the text. */
public sealed interface Item {
  int key();

  /**
   * {@code config}, {@code menuconfig} or {@code configdefault}.
   *
   * @param keyword as written
   * @param macros whether the name or a property holds a macro
   */
  record Entry(int key, String keyword, String name, List<Prop> props, boolean macros)
      implements Item {
    /** The key of the name's place. */
    public int nameKey() {
      return key + 1;
    }
  }

  /** A choice; the name is null where it has none. */
  record Choice(int key, @Nullable String name, List<Prop> props, List<Item> items, boolean macros)
      implements Item {}

  record Menu(int key, String prompt, List<Prop> props, List<Item> items, boolean macros)
      implements Item {}

  record If(int key, Expr condition, List<Item> items, boolean macros) implements Item {}

  record Comment(int key, String prompt, List<Prop> props, boolean macros) implements Item {}

  /** {@code source}; the keyword as written, the path with its macros. The key is the path's. */
  record Source(int key, String keyword, String path) implements Item {}

  record Assignment(int key, String name, String op, String value) implements Item {}

  /** A line of one word with a macro. */
  record MacroLine(int key, String word) implements Item {}

  record MainMenu(int key, String prompt) implements Item {}
}
