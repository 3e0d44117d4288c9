package kconfigls.outline;

import java.util.Set;

/** The keywords that cannot name a symbol for scanners from Linux 5.0 on. */
public final class ReservedWords {
  private static final Set<String> WORDS =
      Set.of(
          "bool",
          "choice",
          "comment",
          "config",
          "def_bool",
          "def_tristate",
          "default",
          "depends",
          "endchoice",
          "endif",
          "endmenu",
          "help",
          "hex",
          "if",
          "imply",
          "int",
          "mainmenu",
          "menu",
          "menuconfig",
          "modules",
          "on",
          "prompt",
          "range",
          "select",
          "source",
          "string",
          "tristate",
          "visible");

  private ReservedWords() {}

  public static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
