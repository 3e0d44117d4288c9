package kconfigls.dialect;

/**
 * How the path of a {@code source} is looked up.
 *
 * @param globs whether {@code *}, {@code ?} and {@code […]} are patterns
 * @param includingFolder whether a path that is not found from the tree's root is looked up from
 *     the including file
 */
public record SourceResolution(boolean globs, boolean includingFolder) {}
