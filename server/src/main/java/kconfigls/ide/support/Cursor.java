package kconfigls.ide.support;

import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** What stands at a place of a text. */
public sealed interface Cursor {
  /** The characters that it is about. */
  TextRange range();

  /** A word that names a symbol. */
  record SymbolName(TextRange range, String name) implements Cursor {}

  /** The path of a {@code source}. */
  record Path(TextRange range, Statement.Source source) implements Cursor {}

  /** The name of a macro variable or function, in a reference or where it is assigned. */
  record Macro(TextRange range, String name) implements Cursor {}

  /** A keyword of the language. */
  record Word(TextRange range, String keyword) implements Cursor {}

  /** Anything else. */
  record Nothing(TextRange range) implements Cursor {}
}
