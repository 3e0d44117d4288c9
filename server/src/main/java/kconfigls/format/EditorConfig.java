package kconfigls.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kconfigls.vfs.Glob;

/**
 * What an {@code .editorconfig} says; lines that are not understood say nothing.
 *
 * @param isRoot whether files of folders further up do not count
 */
public record EditorConfig(boolean isRoot, List<Section> sections) {
  /**
   * Properties of some files.
   *
   * @param path what the path of a file has to match, from the folder of the {@code .editorconfig}
   * @param properties keys and values in lower case
   */
  public record Section(Glob path, Map<String, String> properties) {}

  /** Understands the text of a file. */
  public static EditorConfig parse(String text) {
    Map<String, String> preamble = new HashMap<>();
    List<Section> sections = new ArrayList<>();
    Map<String, String> current = preamble;
    for (String each : text.replace("\uFEFF", "").lines().toList()) {
      String line = each.strip();
      if (line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      int close = line.lastIndexOf(']');
      if (line.startsWith("[") && close > 0) {
        current = new LinkedHashMap<>();
        sections.add(new Section(section(line.substring(1, close)), current));
      } else {
        property(line, current);
      }
    }
    return new EditorConfig("true".equals(preamble.get("root")), List.copyOf(sections));
  }

  private static Glob section(String pattern) {
    return Glob.of(pattern, Glob.Syntax.EDITORCONFIG);
  }

  private static void property(String line, Map<String, String> into) {
    int equals = line.indexOf('=');
    if (equals > 0) {
      String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      into.put(key, line.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
    }
  }

  /** What applies to a file, later sections over earlier ones; the path is relative. */
  public Map<String, String> of(String path) {
    Map<String, String> properties = new HashMap<>();
    for (Section section : sections) {
      if (section.path().matches(path)) {
        properties.putAll(section.properties());
      }
    }
    return properties;
  }
}
