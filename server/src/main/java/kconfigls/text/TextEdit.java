package kconfigls.text;

/** The replacement of a range of a text by another text. */
public record TextEdit(TextRange range, String newText) {}
