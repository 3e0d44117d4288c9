package kconfigls.lsp.convert;

import java.net.URI;
import java.net.URISyntaxException;
import kconfigls.vfs.VfsPath;

/** URIs of documents as paths, and back. */
public final class Uris {
  private Uris() {}

  /** The path of a URI; one that is no file keeps its text as a path of its own. */
  public static VfsPath path(String uri) {
    try {
      URI parsed = new URI(uri);
      String path = parsed.getPath();
      if ("file".equals(parsed.getScheme()) && path != null) {
        boolean drive = path.length() > 2 && path.charAt(2) == ':';
        return VfsPath.of(drive ? path.substring(1) : path);
      }
    } catch (URISyntaxException e) {
      return new VfsPath(uri);
    }
    return new VfsPath(uri);
  }

  /** The URI of a path. */
  public static String uri(VfsPath path) {
    String text = path.text();
    boolean drive = text.length() > 1 && text.charAt(1) == ':';
    if (!text.startsWith("/") && !drive) {
      return text;
    }
    try {
      return new URI("file", "", drive ? "/" + text : text, null, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "file://" + text;
    }
  }
}
