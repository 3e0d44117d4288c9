package kconfigls.model;

import java.util.Map;
import kconfigls.dialect.Feature;

/** {@code $NAME} and {@code ${NAME}}, in dialects that take them from the environment. */
final class PlainVariables {
  private static final int MAX_LENGTH = 256;

  private final Map<String, String> environment;
  private final boolean complete;
  private final boolean enabled;
  private final boolean python;

  PlainVariables(ProjectSpec spec, boolean python) {
    this.environment = spec.environment();
    this.complete = spec.shell() != Shell.NONE;
    this.enabled = spec.dialect().has(Feature.DOLLAR_VARIABLES);
    this.python = python;
  }

  /** Where the reference that begins at a {@code $} ends; -1 if none is expanded there. */
  int end(String text, int dollar) {
    return enabled && !python ? referenceEnd(text, dollar) : -1;
  }

  /** The value of a whole reference. */
  Expansion value(String reference) {
    String value = environment.get(name(reference));
    if (value != null) {
      return new Expansion(value, true);
    }
    return complete ? Expansion.EMPTY : Expansion.UNKNOWN;
  }

  /**
   * What Kconfiglib makes of an expanded string; names that are not set stay as they are.
   *
   * @param most where the result is longer, it ends somewhere behind so many characters
   */
  Expansion inString(String text, int most) {
    if (!enabled || !python || text.indexOf('$') < 0) {
      return new Expansion(text, true);
    }
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < text.length() && out.length() <= most; ) {
      int end = text.charAt(at) == '$' ? referenceEnd(text, at) : -1;
      if (end < 0) {
        out.append(text.charAt(at++));
        continue;
      }
      String reference = text.substring(at, end);
      String name = name(reference);
      if (name.startsWith("UNAME_RELEASE") || (!complete && !environment.containsKey(name))) {
        return Expansion.UNKNOWN;
      }
      out.append(environment.getOrDefault(name, reference));
      at = end;
    }
    return new Expansion(out.toString(), true);
  }

  private static String name(String reference) {
    boolean braces = reference.startsWith("${");
    return braces ? reference.substring(2, reference.length() - 1) : reference.substring(1);
  }

  private static int referenceEnd(String text, int dollar) {
    if (text.startsWith("{", dollar + 1)) {
      int close = text.indexOf('}', dollar, Math.min(text.length(), dollar + MAX_LENGTH));
      return close < 0 ? -1 : close + 1;
    }
    int end = dollar + 1;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end == dollar + 1 ? -1 : end;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
