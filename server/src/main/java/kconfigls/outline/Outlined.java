package kconfigls.outline;

/** An outline together with the places of its keys. */
public record Outlined(FileOutline outline, OutlinePositions positions) {}
