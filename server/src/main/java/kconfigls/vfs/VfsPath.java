package kconfigls.vfs;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * An absolute, normalised path with {@code /} between its parts, on any system. A backslash is a
 * character of a name, unless the path begins as one of Windows does.
 *
 * @param text for instance {@code /tree/drivers/Kconfig} or {@code C:/tree/Kconfig}
 */
public record VfsPath(String text) implements Comparable<VfsPath> {

  /** The path of an absolute text; {@code .} and {@code ..} are resolved. */
  public static VfsPath of(String absolute) {
    return new VfsPath(normalise(absolute));
  }

  /** A path relative to this folder, or an absolute one as it is. */
  public VfsPath resolve(String path) {
    boolean absolute = path.startsWith("/") || (isOfWindows(text) && isOfWindows(path));
    return of(absolute ? path : text + "/" + path);
  }

  /** The folder, or null for a root. */
  public @Nullable VfsPath parent() {
    int slash = text.lastIndexOf('/');
    if (slash < 0 || text.length() == 1) {
      return null;
    }
    return new VfsPath(slash == 0 ? "/" : text.substring(0, slash));
  }

  /** The last part. */
  public String name() {
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** Whether this is the folder or something inside it. */
  public boolean isIn(VfsPath folder) {
    String prefix = folder.text.endsWith("/") ? folder.text : folder.text + "/";
    return equals(folder) || text.startsWith(prefix);
  }

  /** The path as seen from a folder; the absolute text if it does not lie inside. */
  public String relativeTo(VfsPath folder) {
    if (!isIn(folder) || equals(folder)) {
      return text;
    }
    return text.substring(
        folder.text.endsWith("/") ? folder.text.length() : folder.text.length() + 1);
  }

  private static boolean isOfWindows(String path) {
    return path.startsWith("\\\\") || (path.length() > 1 && path.charAt(1) == ':');
  }

  private static String normalise(String path) {
    String slashes = isOfWindows(path) ? path.replace('\\', '/') : path;
    if (!slashes.contains("//") && !slashes.contains("/.") && !slashes.endsWith("/")) {
      return slashes;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : slashes.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return slashes.startsWith("/") ? "/" + joined : joined;
  }

  @Override
  public int compareTo(VfsPath other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
