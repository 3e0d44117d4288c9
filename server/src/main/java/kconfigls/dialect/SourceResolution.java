package kconfigls.dialect;

/**
 * How the path of a {@code source} is looked up.
 *
 * @param globs whether {@code *}, {@code ?} and {@code […]} are patterns
 */
public record SourceResolution(boolean globs, From from) {
  /** The folders from which a relative path is looked up, in this order. */
  public enum From {
    ROOT,
    ROOT_THEN_INCLUDING_FILE,
    INCLUDING_FILE
  }
}
