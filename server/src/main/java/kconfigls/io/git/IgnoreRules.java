package kconfigls.io.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of a work tree ignores: the patterns of one file, and those of the folders above.
 *
 * @param outer the rules of the folder above; null for none
 * @param base the folder of the patterns from the top of the work tree, empty or with a slash at
 *     its end
 * @param patterns of several that match a path the last one counts
 * @param weight the sum of those of the patterns
 */
record IgnoreRules(
    @Nullable IgnoreRules outer, String base, List<IgnorePattern> patterns, int weight) {
  static final String FILE = ".gitignore";
  private static final int MOST_BYTES = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  /** Rules for a list of patterns. */
  static IgnoreRules of(@Nullable IgnoreRules outer, String base, List<IgnorePattern> patterns) {
    int weight = patterns.stream().mapToInt(IgnorePattern::weight).sum();
    return new IgnoreRules(outer, base, patterns, weight);
  }

  /** What a repository ignores anywhere, in the top folder of its work tree. */
  static IgnoreRules of(Repository repository) {
    Path exclude = repository.commonDir().resolve("info/exclude");
    return of(null, "", patterns(GitFiles.read(exclude, MOST_BYTES)));
  }

  /**
   * These rules with those of a folder, if it has any; as git, this follows no link.
   *
   * @param base as above
   */
  IgnoreRules in(Path folder, String base) {
    List<IgnorePattern> own =
        patterns(GitFiles.read(folder.resolve(FILE), MOST_BYTES, LinkOption.NOFOLLOW_LINKS));
    return own.isEmpty() ? this : of(this, IgnorePattern.bytes(base), own);
  }

  private static List<IgnorePattern> patterns(Optional<byte[]> file) {
    String text =
        file.map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .map(t -> t.startsWith(BYTE_ORDER_MARK) ? t.substring(3) : t)
            .orElse("");
    return List.of(text.split("\n", 0)).stream()
        .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
        .flatMap(line -> IgnorePattern.of(line).stream())
        .toList();
  }

  /** Whether a path from the top of the work tree is ignored; its folders are not. */
  boolean ignores(String path, boolean isFolder) {
    String bytes = IgnorePattern.bytes(path);
    int name = bytes.lastIndexOf('/') + 1;
    for (IgnoreRules rules = this; rules != null; rules = rules.outer) {
      String inner = bytes.substring(rules.base.length());
      for (int i = rules.patterns.size() - 1; i >= 0; i--) {
        IgnorePattern pattern = rules.patterns.get(i);
        if (pattern.matches(inner, name - rules.base.length(), isFolder)) {
          return !pattern.isNegated();
        }
      }
    }
    return false;
  }

  /** About how many steps it takes to look at a path. */
  long cost(String path) {
    long cost = 0;
    for (IgnoreRules rules = this; rules != null; rules = rules.outer) {
      cost += rules.patterns.size() + (long) rules.weight * path.length();
    }
    return cost;
  }
}
