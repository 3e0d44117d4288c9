package kconfigls.outline;

/**
 * A bare word in a place where it names a symbol; numbers and the constants y, m, n are none.
 *
 * @param key leads to its place in the text
 * @param name with its macros
 * @param itemKey the key of the statement that it stands in
 */
public record Reference(int key, String name, Role role, int itemKey) {
  /** What a symbol is named for. */
  public enum Role {
    DEPENDS,
    IF_BLOCK,
    CONDITION,
    VISIBLE,
    DEFAULT,
    CHOICE_DEFAULT,
    SELECT,
    IMPLY,
    RANGE,
    SET
  }

  public boolean hasMacro() {
    return name.indexOf('$') >= 0;
  }
}
