package kconfigls.lsp.convert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** URIs of documents as paths, and back. */
public final class Uris {
  private static final String UNESCAPED = "-._~!$&'()*+,;=:@/";

  private Uris() {}

  /**
   * The path of a URI; one that is no file of this machine keeps its text as a path of its own.
   * Characters that should be escaped and are not are taken as they are.
   */
  public static VfsPath path(String uri) {
    String path = filePath(uri);
    if (path == null || !path.startsWith("/") || path.indexOf(0) >= 0) {
      return new VfsPath(uri);
    }
    boolean drive = path.length() > 2 && path.charAt(2) == ':';
    return VfsPath.of(drive ? path.substring(1) : path);
  }

  private static @Nullable String filePath(String uri) {
    if (!uri.regionMatches(true, 0, "file:", 0, 5)) {
      return null;
    }
    String rest = uri.substring(5).split("[?#]", 2)[0];
    if (!rest.startsWith("//")) {
      return unescaped(rest);
    }
    int slash = rest.indexOf('/', 2);
    if (slash < 0) {
      return null;
    }
    String host = rest.substring(2, slash);
    boolean here = host.isEmpty() || host.equalsIgnoreCase("localhost");
    return here ? unescaped(rest.substring(slash)) : null;
  }

  /** A percent sign that escapes nothing stands for itself. */
  private static String unescaped(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      int high = text.charAt(i) == '%' && i + 2 < text.length() ? digit(text, i + 1) : -1;
      int low = high < 0 ? -1 : digit(text, i + 2);
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 3;
      } else {
        int end = text.offsetByCodePoints(i, 1);
        bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int digit(String text, int at) {
    return Character.digit(text.charAt(at), 16);
  }

  /** The URI of a path. */
  public static String uri(VfsPath path) {
    String text = path.text();
    boolean drive = text.length() > 1 && text.charAt(1) == ':';
    if (!text.startsWith("/") && !drive) {
      return text;
    }
    return "file://" + (drive ? "/" : "") + escaped(text);
  }

  /**
   * The URI of a path that begins as the client writes the innermost folder that holds it.
   *
   * @param folders the client's folders with their URIs
   */
  public static String uri(VfsPath path, Map<VfsPath, String> folders) {
    for (VfsPath each = path; each != null; each = each.parent()) {
      String folder = folders.get(each);
      if (folder != null) {
        String rest = path.equals(each) ? "" : path.relativeTo(each);
        String start = folder.endsWith("/") || rest.isEmpty() ? folder : folder + "/";
        return start + escaped(rest);
      }
    }
    return uri(path);
  }

  private static String escaped(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0);
      if (plain) {
        uri.append(c);
      } else {
        uri.append("%%%02X".formatted((int) c));
      }
    }
    return uri.toString();
  }
}
