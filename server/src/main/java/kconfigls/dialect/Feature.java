package kconfigls.dialect;

/** What a dialect's own program accepts: the language page, E.2. */
public enum Feature {
  /** {@code $(…)} is expanded. */
  MACROS,
  /** Macro variables may be assigned. */
  ASSIGNMENTS,
  /** {@code $NAME} and {@code ${NAME}} are expanded in strings and paths. */
  DOLLAR_VARIABLES,
  /** {@code ---help---}. */
  HELP_DASHES,
  /** {@code boolean}. */
  BOOLEAN,
  /** {@code option …}. */
  OPTION,
  /** {@code option env}; releases from 4.18 to 4.20 ignore it, later ones refuse it. */
  OPTION_ENV,
  /** {@code optional} in a choice. */
  OPTIONAL,
  /** The attribute {@code modules}. */
  MODULES,
  /** {@code transitional}. */
  TRANSITIONAL,
  /** {@code depends on X if Y}. */
  CONDITIONAL_DEPENDS,
  /** {@code imply}. */
  IMPLY,
  /** {@code rsource}, {@code osource} and {@code orsource}. */
  RELATIVE_SOURCE,
  /** {@code configdefault}. */
  CONFIGDEFAULT,
  /** {@code def_int}, {@code def_hex}, {@code def_string}. */
  DEF_OTHER_TYPES,
  /** {@code set} and {@code set default}. */
  SET,
  /** {@code warning}. */
  WARNING,
  /** {@code float}. */
  FLOAT,
  /** {@code reset}. */
  RESET,
  /** {@code requires}, {@code enable}, {@code def_boolean}. */
  REQUIRES_ENABLE,
  /** A bare word as a path. */
  UNQUOTED_SOURCE,
  /** A bare word as a prompt. */
  UNQUOTED_PROMPT,
  /** Keywords as names: the scanner of 4.20 and before, which has two states. */
  OLD_SCANNER,
  /** {@code .} and {@code /} in bare words. */
  DOTTED_WORDS,
  /** {@code mainmenu} anywhere. */
  MAINMENU_ANYWHERE,
  /** {@code help} and the like in menus. */
  MENU_HELP,
  /** Any statement in a choice. */
  ANY_IN_CHOICE,
  /** {@code menu}, {@code choice} and assignments in a choice: Kconfiglib. */
  BLOCKS_IN_CHOICE,
  /** {@code source} in a choice. */
  SOURCE_IN_CHOICE,
  /** {@code choice NAME}: until 6.8. */
  NAMED_CHOICE,
  /** The name of a choice may stand in quotes: Kconfiglib. */
  QUOTED_CHOICE_NAME,
  /** A type in a choice: until 6.11. */
  CHOICE_TYPE,
  /** {@code bool "prompt"} in a choice. */
  CHOICE_BOOL_PROMPT,
  /** A choice without a prompt is an error: since 6.9. */
  CHOICE_PROMPT_NEEDED,
  /** Members of a choice must be bool with a prompt and without a default: since 6.11. */
  CHOICE_MEMBERS_CHECKED,
  /** A menuconfig without a prompt is an error. */
  MENUCONFIG_PROMPT_NEEDED,
  /** {@code visible if}. */
  VISIBLE,
  /** {@code visible if} in entries and choices is taken, and ignored: ESP-IDF. */
  VISIBLE_IGNORED,
  /** {@code visible} without {@code if} is an error: Kconfiglib. */
  VISIBLE_NEEDS_IF,
  /** A {@code default} in a menu does nothing, and is no error: Kconfiglib. */
  DEFAULT_IN_MENU,
  /** {@code <}, {@code <=}, {@code >} and {@code >=}: since 4.3. */
  ORDER_COMPARISONS,
  /** {@code depends X}. */
  DEPENDS_WITHOUT_ON,
  /** A sourced file that is missing is no mistake. */
  MISSING_SOURCE_ALLOWED,
  /** A symbol without a type is no mistake. */
  UNTYPED_SYMBOLS,
  /** A choice is a symbol with a value, bounds its members, and may be tristate: until 6.10. */
  TRISTATE_CHOICE,
  /** A user's number out of range is dropped; later releases move it to the bound. */
  OUT_OF_RANGE_DROPPED,
  /** An int without a value is 0, a hex 0x0; before 6.8 they are empty. */
  NUMBERS_START_AT_ZERO,
  /** {@code imply} gives way to unmet dependencies, and to m: since 5.7. */
  IMPLY_WITHIN_DEPENDENCIES,
  /** {@code imply} of y makes y of a selected m even with unmet dependencies: Kconfiglib. */
  IMPLY_LIFTS_ANY,
  /** The symbol of the name MODULES needs no mark to be the modules symbol. */
  MODULES_BY_NAME,
  /** A hidden symbol with a default has a line even if it is n: before 4.17. */
  HIDDEN_N_WRITTEN,
  /**
   * Loops of dependencies that carry no value, or through bounds of ranges, are errors: Kconfiglib.
   */
  EVERY_LOOP_REFUSED,
  /** An end statement may be the last line without a newline: Kconfiglib. */
  LAST_LINE_MAY_BE_OPEN,
  /** Below an entry is shown only what is n if it is: Kconfiglib. */
  PLAIN_SUBMENUS,
  /**
   * A symbol with an entry that depends on nothing has no direct dependency that closes a loop:
   * Kconfiglib.
   */
  OPEN_ENTRY_ENDS_LOOP,
  /**
   * A condition loses its constants only where something else of it is simplified, so that {@code A
   * || y} closes a loop: before 6.12.
   */
  CONSTANTS_KEPT_IN_LOOPS,
  /**
   * A backslash joins any line but one of help with the next, also in strings and comments, and a
   * line in column 0 after {@code help} is a statement, not its text: Kconfiglib.
   */
  LINES_AS_PYTHON,
  /** A file must not be included twice: since 7.2. */
  REPEATED_SOURCE_REFUSED,
  /** Every entry of a symbol with a type has a line, an int without a value 0: BusyBox, toybox. */
  ALL_WRITTEN,
  /** A number out of range becomes the bound as a number; the C program of 6.1 copies its text. */
  BOUND_AS_NUMBER,
  /** A user's number out of range is ignored from the start, and the defaults count: Kconfiglib. */
  OUT_OF_RANGE_IGNORED,
  /** A comparison takes y, m and n for text instead of 2, 1 and 0: before 4.15. */
  TRISTATES_COMPARED_AS_TEXT,
  /** A comparison takes the constants y, m and n for text: the C program before 6.1. */
  CONSTANTS_COMPARED_AS_TEXT,
  /** Numbers are what Python's int reads, whole or not at all, and always signed: Kconfiglib. */
  PYTHON_NUMBERS,
  /** The value of a bool as a string is y, m or n; in the C program it is always n. */
  BOOLS_AS_TEXT,
  /**
   * The last type of a symbol counts, and the last prompt of an entry: Kconfiglib. The C program
   * takes the first type, and each of the prompts makes the symbol visible.
   */
  LAST_LINE_COUNTS,
  /** Entries without dependencies count among a symbol's direct ones; the C program skips them. */
  OPEN_ENTRIES_COUNT,
  /**
   * Of a choice's members the last line of a configuration decides, never a default: Kconfiglib.
   */
  LAST_MEMBER_DECIDES,
  /** A choice takes its type from a member in an {@code if} too: Kconfiglib. */
  TYPE_FROM_NESTED_MEMBER,
  /** Strings in configuration files have no escapes: U-Boot. */
  RAW_STRINGS,
  /** {@code #include <file>} in configuration files. */
  CONFIG_INCLUDES,
  /**
   * Configuration files are read by Kconfiglib: blanks at the end of a line do not count, comments
   * may be indented, numbers are those of Python, and of several files each is read over the others
   * instead of taking the place of their lines.
   */
  PYTHON_CONFIGS,
  /** Nothing may follow {@code is not set}: since 6.8. */
  NOT_SET_ENDS_LINE,
  /** Any character may stand for the blank after the {@code #} of "is not set": before 6.1. */
  NOT_SET_AFTER_ANYTHING,
  /** Of several assignments to one symbol the first counts, and a CR is no line end: BusyBox. */
  FIRST_ASSIGNMENT_COUNTS,
  /**
   * Lines marked {@code # default:}, old names in sdkconfig.rename, defaults per target: ESP-IDF.
   */
  SDKCONFIG,
  /**
   * A board's {@code *_defconfig} is only a part of a configuration, and that of a build of several
   * images, {@code sysbuild.conf}, has the prefix {@code SB_CONFIG_}: Zephyr.
   */
  ZEPHYR_CONFIGS,
  /** A configuration may set a symbol that has no prompt: QEMU. */
  HIDDEN_SETTABLE,
  /** {@code # ignore: …} and {@code # NOERROR} say what is not to be reported: ESP-IDF. */
  IGNORE_COMMENTS,
  /** Constructs of other dialects are hints instead of errors. */
  LENIENT
}
