package kconfigls.usage;

import java.nio.charset.StandardCharsets;

/** Looks at the bytes of a text, of which all that are not ASCII mean nothing. */
record Bytes(byte[] text, int length) {

  /** The byte at an offset; a line feed outside the text. */
  byte at(int offset) {
    return offset >= 0 && offset < length ? text[offset] : (byte) '\n';
  }

  boolean isWord(int offset) {
    byte b = at(offset);
    return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '_';
  }

  private boolean isBlank(int offset) {
    return at(offset) == ' ' || at(offset) == '\t';
  }

  /** Where the word at an offset ends. */
  int wordEnd(int offset) {
    int end = offset;
    while (end < length && isWord(end)) {
      end++;
    }
    return end;
  }

  /** Where the word that ends before an offset begins. */
  int wordStart(int end) {
    int start = end;
    while (start > 0 && isWord(start - 1)) {
      start--;
    }
    return start;
  }

  /** The next offset that is no blank. */
  int skip(int offset) {
    int at = offset;
    while (at < length && isBlank(at)) {
      at++;
    }
    return at;
  }

  /** The offset behind the last byte before this one that is no blank. */
  int skipBack(int offset) {
    int at = offset;
    while (at > 0 && isBlank(at - 1)) {
      at--;
    }
    return at;
  }

  /** Where the line of an offset begins. */
  int lineStart(int offset) {
    int at = offset;
    while (at > 0 && text[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  String string(int start, int end) {
    return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
  }

  boolean startsWith(int offset, String word) {
    if (offset < 0 || offset + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[offset + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
