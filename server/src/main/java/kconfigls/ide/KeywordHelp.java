package kconfigls.ide;

import java.util.Optional;

/** One paragraph for each keyword and built-in function. */
final class KeywordHelp {
  private KeywordHelp() {}

  static Optional<String> of(String keyword) {
    return Optional.of(
            switch (keyword) {
              case "config" -> "`config NAME` begins the entry of a symbol; its attributes follow.";
              case "menuconfig" ->
                  "`menuconfig NAME` is a `config` whose dependants are shown on a page of their"
                      + " own. It creates no dependency.";
              case "configdefault" ->
                  "`configdefault NAME` adds defaults to a symbol that is defined elsewhere"
                      + " (Zephyr).";
              case "choice" -> "`choice … endchoice`: exactly one of its visible members is y.";
              case "menu" -> "`menu \"title\" … endmenu` groups entries and adds its dependencies.";
              case "if" -> "`if EXPR … endif` adds a dependency to everything inside.";
              case "comment" -> "`comment \"text\"` shows a line in the menu.";
              case "source", "osource", "rsource", "orsource", "gsource", "grsource" ->
                  "`source \"path\"` includes a file, looked up from the root of the tree."
                      + " `rsource` looks from this file, `osource` accepts that nothing is found.";
              case "mainmenu" -> "`mainmenu \"title\"` names the configuration.";
              case "bool", "boolean" -> "`bool` symbols are y or n. A prompt may follow.";
              case "tristate" -> "`tristate` symbols are y, m or n. A prompt may follow.";
              case "int" -> "`int` symbols hold a decimal number.";
              case "hex" -> "`hex` symbols hold a hexadecimal number.";
              case "string" -> "`string` symbols hold text.";
              case "def_bool", "def_tristate", "def_int", "def_hex", "def_string" ->
                  "A type and a `default` in one line.";
              case "prompt" -> "`prompt \"text\" [if EXPR]`: what the user is asked.";
              case "default" ->
                  "`default VALUE [if EXPR]`: the first one whose condition holds gives the value"
                      + " if the user gave none.";
              case "depends" ->
                  "`depends on EXPR`: the upper limit of the symbol's value; without it the prompt"
                      + " is hidden.";
              case "select" ->
                  "`select NAME [if EXPR]` sets another bool or tristate at least as high as this"
                      + " one, whatever that one depends on.";
              case "imply" ->
                  "`imply NAME [if EXPR]` is a weak `select`: the user and the dependencies of the"
                      + " target win.";
              case "range" -> "`range LOW HIGH [if EXPR]` limits an int or hex.";
              case "visible" -> "`visible if EXPR` hides the prompts in a menu, nothing else.";
              case "help", "---help---" ->
                  "`help`: the text follows, indented; it ends before the first line that is"
                      + " indented less than its first one.";
              case "modules" -> "`modules`: this symbol says whether m is possible.";
              case "optional" -> "`optional`: no member of the choice has to be set.";
              case "transitional" ->
                  "`transitional`: an old name that is read from configurations but not written.";
              default -> "";
            })
        .filter(text -> !text.isEmpty());
  }

  static Optional<String> ofMacro(String name) {
    return Optional.of(
            switch (name) {
              case "shell" ->
                  "`$(shell,command)`: the output of a command. It is not run here; its value is"
                      + " unknown.";
              case "info" -> "`$(info,text)` prints a text.";
              case "warning-if" -> "`$(warning-if,condition,text)` warns if the condition is y.";
              case "error-if" -> "`$(error-if,condition,text)` stops if the condition is y.";
              case "filename" -> "`$(filename)`: the name of this file.";
              case "lineno" -> "`$(lineno)`: the number of this line.";
              default -> "";
            })
        .filter(text -> !text.isEmpty());
  }
}
