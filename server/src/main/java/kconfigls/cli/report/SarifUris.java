package kconfigls.cli.report;

import java.nio.charset.StandardCharsets;
import kconfigls.vfs.VfsPath;

/** Paths as URIs. */
final class SarifUris {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";

  private SarifUris() {}

  /** Relative to a folder, or with the scheme {@code file} for what lies outside. */
  static String uri(VfsPath file, VfsPath folder) {
    if (file.isIn(folder)) {
      return encoded(file.relativeTo(folder));
    }
    String text = file.text();
    return "file://" + encoded(text.startsWith("/") ? text : "/" + text);
  }

  private static String encoded(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && PLAIN.indexOf(b) >= 0) {
        uri.append((char) b);
      } else {
        uri.append(String.format("%%%02X", b & 0xFF));
      }
    }
    return uri.toString();
  }
}
