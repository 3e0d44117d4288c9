package kconfigls.io.git;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** How much of a file's content another one has: by its lines, in whatever order. */
final class Similarity {
  private static final double LEAST = 0.5;

  private final Map<String, Integer> lines = new HashMap<>();
  private long size;

  /** The lines of some content, without the CR that may end each. */
  Similarity(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    for (String line : text.split("\r?\n", -1)) {
      lines.merge(line, 1, Integer::sum);
      size += line.length() + 1L;
    }
  }

  /** From 0 for nothing in common to 1 for the same lines; 0 for less than half of the larger. */
  double to(Similarity other) {
    long larger = Math.max(size, other.size);
    if (Math.min(size, other.size) < LEAST * larger) {
      return 0;
    }
    long common = 0;
    for (Map.Entry<String, Integer> line : lines.entrySet()) {
      int both = Math.min(line.getValue(), other.lines.getOrDefault(line.getKey(), 0));
      common += both * (line.getKey().length() + 1L);
    }
    double part = (double) common / larger;
    return part < LEAST ? 0 : part;
  }
}
