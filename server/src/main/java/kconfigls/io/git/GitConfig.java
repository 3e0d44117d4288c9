package kconfigls.io.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The values of a repository's configuration file, without what it includes. */
final class GitConfig {
  private static final int MOST_BYTES = 1 << 20;

  private final Map<String, String> values = new HashMap<>();

  private GitConfig() {}

  /** The values of a file; none if it cannot be read. */
  static GitConfig read(Path file) {
    GitConfig config = new GitConfig();
    GitFiles.read(file, MOST_BYTES)
        .ifPresent(bytes -> config.parse(new String(bytes, StandardCharsets.UTF_8)));
    return config;
  }

  /**
   * The last value of a key.
   *
   * @param key with the section and the key in lower case, such as {@code branch.Name.remote}
   */
  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  private void parse(String text) {
    String section = "";
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        section = section(line);
      } else if (equals > 0) {
        String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        values.put(section + "." + key, unquoted(line.substring(equals + 1)));
      }
    }
  }

  private static String section(String line) {
    int close = line.lastIndexOf(']');
    String inner = line.substring(1, close < 0 ? line.length() : close).strip();
    int quote = inner.indexOf('"');
    return quote < 0
        ? inner.toLowerCase(Locale.ROOT)
        : inner.substring(0, quote).strip().toLowerCase(Locale.ROOT)
            + "."
            + unquoted(inner.substring(quote));
  }

  /** A value without quotes, escapes and the comment behind it. */
  private static String unquoted(String text) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && i + 1 < text.length()) {
        out.append(text.charAt(++i));
      } else if ((c == '#' || c == ';') && !quoted) {
        break;
      } else {
        out.append(c);
      }
    }
    return out.toString().strip();
  }
}
