package kconfigls.usage;

import java.util.Set;

/** Tells comments, strings and directives of C and its like apart, from the start of a file on. */
final class CodeZones {
  private static final Set<String> CONDITIONS =
      Set.of("if", "ifdef", "ifndef", "elif", "elifdef", "elifndef");
  private static final Set<String> OTHER_CODE = Set.of("undef", "include", "pragma", "line");

  private enum State {
    CODE,
    LINE_COMMENT,
    COMMENT,
    STRING
  }

  private final Bytes text;
  private int at;
  private State state = State.CODE;
  private Zone line = Zone.CODE;
  private boolean lineStart = true;
  private int defined = -1;

  CodeZones(Bytes text) {
    this.text = text;
  }

  /** The zone of an offset, which is no smaller than that asked for before. */
  Zone zone(int offset) {
    while (at < offset) {
      switch (state) {
        case CODE -> code(text.at(at));
        case LINE_COMMENT -> lineComment();
        case COMMENT -> comment();
        case STRING -> string(text.at(at));
      }
    }
    if (state != State.CODE) {
      return line == Zone.LABEL ? Zone.LABEL : Zone.TEXT;
    }
    if (line == Zone.DEFINED && offset != defined) {
      return Zone.CODE;
    }
    return line;
  }

  private void lineComment() {
    if (text.at(at) == '\n') {
      state = State.CODE;
      newLine();
    }
    at++;
  }

  private void comment() {
    boolean ends = text.at(at) == '*' && text.at(at + 1) == '/';
    state = ends ? State.CODE : state;
    at += ends ? 2 : 1;
  }

  private void string(byte b) {
    if (b == '\\') {
      at += 2;
      return;
    }
    if (b == '"' || b == '\n') {
      state = State.CODE;
    }
    if (b == '\n') {
      newLine();
    }
    at++;
  }

  private void code(byte b) {
    switch (b) {
      case '\n' -> {
        boolean goesOn = text.at(at - 1) == '\\' || text.startsWith(at - 2, "\\\r");
        if (!goesOn) {
          newLine();
        }
        at++;
      }
      case ' ', '\t', '\r' -> at++;
      case '/' -> slash();
      case '"' -> {
        lineStart = false;
        state = State.STRING;
        at++;
      }
      case '\'' -> at = characterEnd();
      case '#' -> hash();
      default -> {
        lineStart = false;
        at++;
      }
    }
  }

  private void newLine() {
    line = Zone.CODE;
    lineStart = true;
    defined = -1;
  }

  private void slash() {
    byte next = text.at(at + 1);
    if (next == '/') {
      state = State.LINE_COMMENT;
    } else if (next == '*') {
      state = State.COMMENT;
    } else {
      lineStart = false;
      at++;
      return;
    }
    at += 2;
  }

  /** An apostrophe may also belong to a text of assembler or to a lifetime of Rust. */
  private int characterEnd() {
    lineStart = false;
    if (text.at(at + 1) == '\\' && text.at(at + 3) == '\'') {
      return at + 4;
    }
    return text.at(at + 2) == '\'' && text.at(at + 1) != '\n' ? at + 3 : at + 1;
  }

  private void hash() {
    if (!lineStart) {
      at++;
      return;
    }
    lineStart = false;
    int start = text.skip(at + 1);
    int end = text.wordEnd(start);
    String word = text.string(start, end);
    at = Math.max(at + 1, end);
    if (CONDITIONS.contains(word)) {
      line = Zone.CONDITION;
    } else if (word.equals("define")) {
      line = Zone.DEFINED;
      defined = text.skip(end);
    } else if (word.equals("else") || word.equals("endif")) {
      line = Zone.LABEL;
    } else {
      // messages, and comments of assembler
      line = OTHER_CODE.contains(word) || text.at(start) == '[' ? Zone.CODE : Zone.TEXT;
    }
  }
}
