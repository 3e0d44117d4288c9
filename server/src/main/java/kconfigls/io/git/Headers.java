package kconfigls.io.git;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The lines before the text of a commit or a tag: a word and a value each. */
record Headers(List<String> lines) {
  static Headers of(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    return new Headers(text.substring(0, end < 0 ? text.length() : end).lines().toList());
  }

  /** The object ids behind a word, in order. */
  List<ObjectId> ids(String word, ObjectFormat format) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .flatMap(line -> ObjectId.parse(line.substring(word.length() + 1), format).stream())
        .toList();
  }

  /** The first of these ids. */
  Optional<ObjectId> id(String word, ObjectFormat format) {
    return ids(word, format).stream().findFirst();
  }
}
