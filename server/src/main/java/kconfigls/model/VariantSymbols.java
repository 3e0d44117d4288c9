package kconfigls.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.outline.FileOutline;
import kconfigls.outline.Item;
import kconfigls.vfs.VfsPath;

/**
 * The symbols of files that a {@code source} would include with another value of a variable in its
 * path, such as those of another target of ESP-IDF.
 */
final class VariantSymbols {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$(?:\\((\\w+)\\)|\\{(\\w+)\\}|(\\w+))");

  /** A variable in a path, and what the path is with any value of it. */
  record AnyValue(String variable, String pattern) {}

  private final Map<String, ProjectModel.Variant> symbols = new LinkedHashMap<>();

  /**
   * The pattern of a path for all values of its variables; empty for one without a folder before
   * the first, which may lead anywhere.
   */
  static Optional<AnyValue> anyValue(String path) {
    Matcher reference = REFERENCE.matcher(path);
    if (!reference.find() || path.lastIndexOf('/', reference.start()) <= 1) {
      return Optional.empty();
    }
    String variable = reference.group();
    String pattern = reference.replaceAll("*");
    return pattern.indexOf('$') >= 0
        ? Optional.empty()
        : Optional.of(new AnyValue(variable, pattern));
  }

  /** Notes what a file defines that a variable leads past. */
  void note(String variable, VfsPath file, FileOutline outline) {
    note(new ProjectModel.Variant(variable, file), outline.items());
  }

  private void note(ProjectModel.Variant variant, List<Item> items) {
    for (Item item : items) {
      switch (item) {
        case Item.Entry entry -> symbols.putIfAbsent(entry.name(), variant);
        case Item.Choice choice -> note(variant, choice.items());
        case Item.Menu menu -> note(variant, menu.items());
        case Item.If block -> note(variant, block.items());
        default -> {
          // defines nothing
        }
      }
    }
  }

  /** What was noted, without what a project defines itself. */
  Map<String, ProjectModel.Variant> besides(Map<String, Symbol> defined) {
    symbols.keySet().removeAll(defined.keySet());
    return Map.copyOf(symbols);
  }
}
