package kconfigls.model;

import java.util.Set;

/**
 * What of a project is not known.
 *
 * @param anything whether a part that might hold anything is missing, such as a file that is not
 *     there or whose path is not known
 * @param names those that entries may have whose names are not wholly known
 * @param selected what such entries select, imply or set
 */
public record Gaps(boolean anything, Set<NameShape> names, Set<String> selected) {
  public Gaps {
    names = Set.copyOf(names);
    selected = Set.copyOf(selected);
  }

  /** Whether all is known. */
  public boolean isEmpty() {
    return !anything && names.isEmpty();
  }

  /** Whether what is not known might define a symbol of this name. */
  public boolean mayDefine(String name) {
    return anything || isOneOf(name);
  }

  private boolean isOneOf(String name) {
    return names.stream().anyMatch(shape -> shape.fits(name));
  }

  /** Whether what is not known might select or imply a symbol. */
  public boolean mayChange(String symbol) {
    return anything || mayGiveValue(symbol);
  }

  /** Whether an entry whose name is not known might set a symbol, or be one of its entries. */
  public boolean mayGiveValue(String symbol) {
    return selected.contains(symbol) || isOneOf(symbol);
  }

  /**
   * The known ends of a name that a macro makes.
   *
   * @param start the text before the first macro
   * @param end the text behind the last
   */
  public record NameShape(String start, String end) {

    /** The shape of a name with macros as it is written. */
    static NameShape of(String name) {
      int last = Math.max(name.lastIndexOf(')'), name.lastIndexOf('}'));
      String end = last < 0 ? "" : name.substring(last + 1);
      return new NameShape(name.substring(0, name.indexOf('$')), end);
    }

    boolean fits(String name) {
      return name.length() >= start.length() + end.length()
          && name.startsWith(start)
          && name.endsWith(end);
    }
  }
}
