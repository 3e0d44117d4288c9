package kconfigls.harness;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.text.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * A case of {@code resources/eval}: sections that begin with a line of their own.
 *
 * <ul>
 *   <li>{@code #dialect NAME…} and then the file Kconfig
 *   <li>{@code #env NAME=VALUE…}
 *   <li>{@code #file NAME}: another file of the tree
 *   <li>{@code #config [NAME] [OPTION…]}: a configuration file; of several, later ones win.
 *       Options: {@code crlf}, {@code bom}, {@code nonewline}, {@code latin1}, {@code escapes} for
 *       {@code \\xNN}
 *   <li>{@code #expect [OPTION…]}: what is written, as far as it is known
 *   <li>{@code #unknown}: the symbols whose values are not known, a line; the original programs are
 *       not asked then
 *   <li>{@code #refused}: the original program refuses the files, and is not asked
 *   <li>{@code #messages}: what is told about the configuration files; without the section it is
 *       not looked at
 * </ul>
 */
public record EvalCase(
    List<String> dialects,
    Map<String, String> environment,
    Map<String, String> files,
    Map<String, byte[]> configs,
    String expected,
    String unknown,
    @Nullable String messages) {
  private static final Pattern SECTION =
      Pattern.compile(
          "(?m)^(?=#(?:dialect|env|file|config|expect|unknown|refused|messages)(?: .*)?$)");
  private static final Set<String> OPTIONS =
      Set.of("crlf", "bom", "nonewline", "latin1", "escapes");
  private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})");

  /** Reads a case. */
  public static EvalCase of(String text) {
    List<String> dialects = List.of();
    Map<String, String> environment = new HashMap<>();
    Map<String, String> files = new HashMap<>();
    Map<String, byte[]> configs = new LinkedHashMap<>();
    String expected = "";
    String unknown = "";
    String messages = null;
    for (String section : SECTION.split(text)) {
      int feed = section.indexOf('\n');
      List<String> head = List.of(section.substring(0, feed).split(" "));
      List<String> words = head.subList(1, head.size());
      String body = section.substring(feed + 1);
      switch (head.getFirst()) {
        case "#dialect" -> {
          dialects = words;
          files.put("Kconfig", body);
        }
        case "#env" ->
            words.forEach(word -> environment.put(word.split("=")[0], word.split("=")[1]));
        case "#file" -> files.put(words.getFirst(), body);
        case "#config" -> {
          boolean named = !words.isEmpty() && !OPTIONS.contains(words.getFirst());
          String name = named ? words.getFirst() : "config";
          configs.put(name, bytes(body, words));
        }
        case "#expect" -> expected = SourceText.of(bytes(body, words)).text();
        case "#unknown" -> unknown = body.strip();
        case "#refused" -> {}
        case "#messages" -> messages = body;
        default -> throw new IllegalArgumentException(section);
      }
    }
    return new EvalCase(dialects, environment, files, configs, expected, unknown, messages);
  }

  private static byte[] bytes(String body, List<String> options) {
    String text = options.contains("bom") ? "\uFEFF" + body : body;
    text = options.contains("crlf") ? text.replace("\n", "\r\n") : text;
    text = options.contains("nonewline") ? text.stripTrailing() : text;
    boolean latin1 = options.contains("latin1");
    Charset charset = latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    byte[] bytes = text.getBytes(charset);
    return options.contains("escapes") ? unescaped(bytes) : bytes;
  }

  private static byte[] unescaped(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String plain = ESCAPE.matcher(text).replaceAll(m -> escaped(m.group(1)));
    return plain.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String escaped(String hex) {
    char c = (char) Integer.parseInt(hex, 16);
    return Matcher.quoteReplacement(String.valueOf(c));
  }
}
