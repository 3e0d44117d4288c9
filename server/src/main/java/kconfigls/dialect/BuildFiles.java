package kconfigls.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.vfs.VfsPath;

/**
 * The environment that a tree's own build gives to Kconfig, read from its build files without
 * running anything. The templates of {@link Dialect#environment} may hold:
 *
 * <ul>
 *   <li>{@code {srctree}}, the tree's root folder;
 *   <li>{@code {version}}, the version in the top Makefile as Linux composes it;
 *   <li>{@code {FILE:NAME}}, the value of a name in a file, from {@code NAME = x} or {@code NAME:
 *       x};
 *   <li>{@code {above:FILE}}, the nearest folder, from the root upwards, that holds a file;
 *   <li>{@code {without:FILE}}, nothing, if the root holds no such entry.
 * </ul>
 *
 * A variable one of whose parts is not there, or is made by another macro, stays unknown.
 */
public final class BuildFiles {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
  private static final String MAKEFILE = "Makefile";

  private final TreeView view;
  private final VfsPath srctree;

  private BuildFiles(TreeView view, VfsPath srctree) {
    this.view = view;
    this.srctree = srctree;
  }

  /** The variables of a dialect's build that can be told for a tree. */
  public static Map<String, String> environment(Dialect dialect, TreeView view, VfsPath srctree) {
    BuildFiles files = new BuildFiles(view, srctree);
    Map<String, String> environment = new HashMap<>();
    dialect
        .environment()
        .forEach(
            (name, template) -> {
              Optional<String> key = files.fill(name);
              Optional<String> value = files.fill(template);
              if (key.isPresent() && value.isPresent()) {
                environment.put(key.get(), value.get());
              }
            });
    return environment;
  }

  /**
   * The folders above a tree that a dialect's layout has, such as Zephyr's above an application.
   */
  public static List<VfsPath> foldersAbove(Dialect dialect, TreeView view, VfsPath srctree) {
    BuildFiles files = new BuildFiles(view, srctree);
    return dialect.environment().values().stream()
        .filter(template -> template.startsWith("{above:"))
        .flatMap(template -> files.fill(template).stream())
        .map(VfsPath::of)
        .distinct()
        .toList();
  }

  private Optional<String> fill(String template) {
    Matcher matcher = PLACE.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      Optional<String> value = value(matcher.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
    }
    matcher.appendTail(filled);
    return Optional.of(filled.toString());
  }

  private Optional<String> value(String place) {
    int colon = place.indexOf(':');
    if (colon < 0) {
      return place.equals("version") ? version() : Optional.of(srctree.text());
    }
    String name = place.substring(colon + 1);
    return switch (place.substring(0, colon)) {
      case "above" -> above(name);
      case "without" -> without(name);
      default -> assigned(place.substring(0, colon), name);
    };
  }

  private Optional<String> above(String file) {
    for (VfsPath dir = srctree; dir != null; dir = dir.parent()) {
      if (view.isFile(dir.resolve(file))) {
        return Optional.of(dir.text());
      }
    }
    return Optional.empty();
  }

  private Optional<String> without(String entry) {
    VfsPath path = srctree.resolve(entry);
    return view.isFile(path) || view.isFolder(path) ? Optional.empty() : Optional.of("");
  }

  /** The value of the first assignment; empty also where it holds another macro. */
  private Optional<String> assigned(String file, String name) {
    Pattern line =
        Pattern.compile(
            "(?m)^[ \\t]*(?:export[ \\t]+)?"
                + Pattern.quote(name)
                + "[ \\t]*(?:[:?]?=|:)[ \\t]*([^#\\r\\n]*)");
    Matcher matcher = line.matcher(view.head(srctree.resolve(file)));
    return matcher.find()
        ? Optional.of(matcher.group(1).strip()).filter(value -> value.indexOf('$') < 0)
        : Optional.empty();
  }

  private Optional<String> version() {
    Optional<String> version = assigned(MAKEFILE, "VERSION").filter(text -> !text.isEmpty());
    if (version.isEmpty()) {
      return version;
    }
    String patchlevel = assigned(MAKEFILE, "PATCHLEVEL").orElse("");
    String sublevel = assigned(MAKEFILE, "SUBLEVEL").orElse("");
    StringBuilder all = new StringBuilder(version.get());
    if (!patchlevel.isEmpty()) {
      all.append('.').append(patchlevel);
      all.append(sublevel.isEmpty() ? "" : "." + sublevel);
    }
    all.append(assigned(MAKEFILE, "EXTRAVERSION").orElse(""));
    return Optional.of(all.toString());
  }
}
