package kconfigls.outline;

import kconfigls.expr.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A property of an entry, choice, menu or comment. {@code key} leads to its place in the text;
 * {@code condition} is null where there is none. Words may still hold macros.
 */
public sealed interface Prop {
  int key();

  /** A type; its key is that of the keyword. */
  record Type(int key, SymbolType type) implements Prop {}

  /** A prompt, from a line of its own or from a type's line; the key is that of its text. */
  record Prompt(int key, String text, @Nullable Expr condition) implements Prop {}

  record Default(int key, Expr value, @Nullable Expr condition) implements Prop {}

  /** A dependency; its {@code if X} is already part of the value as {@code || X = n}. */
  record Depends(int key, Expr value) implements Prop {}

  /** A {@code select}, or an {@code imply}. */
  record Select(int key, boolean imply, String target, @Nullable Expr condition) implements Prop {}

  record Range(int key, Expr.Operand low, Expr.Operand high, @Nullable Expr condition)
      implements Prop {}

  /** {@code visible if value}. */
  record Visible(int key, Expr value) implements Prop {}

  /** {@code option name} with its value or null. */
  record Option(int key, String name, @Nullable String value) implements Prop {}

  /** {@code modules}, {@code optional}, {@code transitional}, {@code reset}. */
  record Flag(int key, String name) implements Prop {}

  /** ESP-IDF's {@code set}. */
  record SetValue(
      int key, boolean isDefault, String target, Expr.Operand value, @Nullable Expr condition)
      implements Prop {}

  /** That there is a help text; the text itself is no part of an outline. */
  record Help(int key) implements Prop {}
}
