package kconfigls.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads configuration files, with the files that they include where the dialect has that. */
public final class ConfigReader {
  private static final Pattern INCLUDE = Pattern.compile("(?m)^#include\\s*[<\"]([^>\"]+)[>\"].*$");
  private static final int MAX_DEPTH = 20;

  private ConfigReader() {}

  /**
   * The text of a file.
   *
   * @param srctree where included files are looked up; null where the dialect includes none
   * @throws IOException if the file or one that it includes cannot be read; the message names it
   */
  public static String read(Path file, @Nullable Path srctree) throws IOException {
    return read(file, srctree, 0);
  }

  private static String read(Path file, @Nullable Path srctree, int depth) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (srctree == null || depth > MAX_DEPTH) {
      return text;
    }
    Matcher matcher = INCLUDE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      Path beside = file.resolveSibling(matcher.group(1));
      Path included = Files.exists(beside) ? beside : srctree.resolve(matcher.group(1));

      matcher.appendReplacement(out, Matcher.quoteReplacement(read(included, srctree, depth + 1)));
    }
    return matcher.appendTail(out).toString();
  }
}
