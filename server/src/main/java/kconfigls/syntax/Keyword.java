package kconfigls.syntax;

import kconfigls.text.TextRange;

/** The word that begins a statement or an attribute, as written. */
public record Keyword(TextRange range, String text) implements Node {
  public boolean is(String word) {
    return text.equals(word);
  }
}
