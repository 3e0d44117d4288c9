package kconfigls.syntax;

import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * A line that says something about the statement it belongs to. {@code range} is the line without
 * blanks around it; {@code condition} is what stands after {@code if}, or null.
 */
public sealed interface Attribute extends Node {
  Keyword keyword();

  /** {@code bool tristate int hex string float boolean}, with the prompt if one follows. */
  record Type(TextRange range, Keyword keyword, @Nullable Term prompt, @Nullable ExprNode condition)
      implements Attribute {}

  /** {@code prompt "text"}. */
  record Prompt(TextRange range, Keyword keyword, Term prompt, @Nullable ExprNode condition)
      implements Attribute {}

  /** {@code default value}, and {@code def_bool value} with its kin. */
  record Default(TextRange range, Keyword keyword, ExprNode value, @Nullable ExprNode condition)
      implements Attribute {}

  /** {@code depends on value}; {@code on} is false where the word is missing. */
  record Depends(
      TextRange range, Keyword keyword, boolean on, ExprNode value, @Nullable ExprNode condition)
      implements Attribute {}

  /** {@code select target}, {@code imply target}, and BusyBox' {@code enable}. */
  record Select(TextRange range, Keyword keyword, Term target, @Nullable ExprNode condition)
      implements Attribute {}

  /** {@code range low high}. */
  record Range(TextRange range, Keyword keyword, Term low, Term high, @Nullable ExprNode condition)
      implements Attribute {}

  /** {@code visible if condition}; the condition is null where it is missing. */
  record Visible(TextRange range, Keyword keyword, @Nullable ExprNode condition)
      implements Attribute {}

  /** {@code option name} or {@code option name=value}. */
  record Option(TextRange range, Keyword keyword, Term name, @Nullable Term value)
      implements Attribute {}

  /** {@code modules}, {@code optional}, {@code transitional}, OpenWrt's {@code reset}. */
  record Flag(TextRange range, Keyword keyword, @Nullable ExprNode condition)
      implements Attribute {}

  /** ESP-IDF's {@code set target=value} and {@code set default target=value}. */
  record SetValue(
      TextRange range,
      Keyword keyword,
      boolean isDefault,
      Term target,
      Term value,
      @Nullable ExprNode condition)
      implements Attribute {}

  /** ESP-IDF's {@code warning "text"}. */
  record Warning(TextRange range, Keyword keyword, Term text, @Nullable ExprNode condition)
      implements Attribute {}

  /**
   * {@code help}.
   *
   * @param textRange the lines of the text, empty where there are none
   * @param raw those lines as written
   */
  record Help(TextRange range, Keyword keyword, TextRange textRange, String raw)
      implements Attribute {
    /** The text without its indentation and trailing blanks; empty for a blank help. */
    public String text() {
      return HelpText.of(raw);
    }

    /**
     * The length of the line that the text begins with if it looks like a statement that was meant
     * to come after the help; 0 for any other text.
     */
    public int swallowed() {
      return HelpText.statement(raw);
    }
  }
}
