package kconfigls.syntax;

import java.util.List;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * A statement. {@code range} runs from its first character to the end of its last line that is not
 * blank: attributes, body and end keyword included.
 */
public sealed interface Statement extends Node {

  /** A statement whose lines may hold attributes. */
  sealed interface WithAttributes extends Statement permits Entry, Choice, Menu, Comment {
    Keyword keyword();

    List<Attribute> attributes();
  }

  /** A statement that holds other statements; {@code end} is null where its end is missing. */
  sealed interface Block extends Statement permits Choice, Menu, If {
    Keyword keyword();

    List<Statement> body();

    @Nullable Keyword end();
  }

  /**
   * {@code config}, {@code menuconfig} or Zephyr's {@code configdefault}; no name after an error.
   */
  record Entry(TextRange range, Keyword keyword, @Nullable Term name, List<Attribute> attributes)
      implements WithAttributes {}

  /** {@code choice … endchoice}. */
  record Choice(
      TextRange range,
      Keyword keyword,
      @Nullable Term name,
      List<Attribute> attributes,
      List<Statement> body,
      @Nullable Keyword end)
      implements WithAttributes, Block {}

  /** {@code menu … endmenu}; no prompt after an error. */
  record Menu(
      TextRange range,
      Keyword keyword,
      @Nullable Term prompt,
      List<Attribute> attributes,
      List<Statement> body,
      @Nullable Keyword end)
      implements WithAttributes, Block {}

  /** {@code if … endif}; no condition after an error. */
  record If(
      TextRange range,
      Keyword keyword,
      @Nullable ExprNode condition,
      List<Statement> body,
      @Nullable Keyword end)
      implements Block {}

  /** {@code comment "text"}. */
  record Comment(
      TextRange range, Keyword keyword, @Nullable Term prompt, List<Attribute> attributes)
      implements WithAttributes {}

  /** {@code source} and its kin; no path after an error. */
  record Source(TextRange range, Keyword keyword, @Nullable Term path) implements Statement {}

  /** {@code mainmenu "title"}. */
  record MainMenu(TextRange range, Keyword keyword, @Nullable Term prompt) implements Statement {}

  /**
   * An assignment of a macro variable.
   *
   * @param op {@code =}, {@code :=} or {@code +=}
   * @param value the raw text of the rest of the line, possibly empty
   */
  record Assignment(TextRange range, Term name, String op, String value, TextRange valueRange)
      implements Statement {}

  /** A line that consists of one word with a macro in it. */
  record MacroLine(TextRange range, Term word) implements Statement {}

  /** An attribute with no entry that it could belong to. */
  record StrayAttribute(TextRange range, Attribute attribute) implements Statement {}

  /** An {@code end…} with no block that it could end. */
  record StrayEnd(TextRange range, Keyword keyword) implements Statement {}

  /** A line that begins with a word that is no keyword, or with no word at all. */
  record Unknown(TextRange range, Term first) implements Statement {}
}
