package kconfigls.text;

/** A place in a text: line from 0, column from 0 in the units of some {@link PositionEncoding}. */
public record LinePosition(int line, int column) {}
