package kconfigls.outline;

import java.util.List;

/**
 * What a file says, without positions: two texts with equal outlines mean the same.
 *
 * @param items the statements of the top level
 * @param references in order of the text
 */
public record FileOutline(List<Item> items, List<Reference> references) {
  public static final FileOutline EMPTY = new FileOutline(List.of(), List.of());
}
