package kconfigls.cli.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The hashes that GitHub's code scanning names lines by, {@code primaryLocationLineHash}: of the
 * first hundred characters from the start of the line, without blanks and tabs, numbered among
 * equal ones. GitHub's upload computes the same and complains of others.
 */
final class LineHashes {
  private static final int BLOCK = 100;
  private static final int FACTOR = 37;

  /** What GitHub's upload reads at the end of a file. */
  private static final char END = 0xFFFF;

  private final Map<Integer, String> hashes = new HashMap<>();
  private final Map<Long, Integer> counts = new HashMap<>();
  private final int[] window = new int[BLOCK];
  private final int[] lines = new int[BLOCK];
  private final long firstFactor = power();
  private long hash;
  private int index;
  private int line;
  private boolean lineStart = true;
  private boolean afterReturn;

  private LineHashes() {
    Arrays.fill(lines, -1);
  }

  /** The hashes of a text by line, from 1. */
  static Map<Integer, String> of(String text) {
    LineHashes all = new LineHashes();
    for (int i = 0; i < text.length(); i++) {
      all.take(text.charAt(i));
    }
    all.take(END);
    for (int i = 0; i < BLOCK; i++) {
      all.told();
      all.update(0);
    }
    return all.hashes;
  }

  private static long power() {
    long power = 1;
    for (int i = 0; i < BLOCK; i++) {
      power *= FACTOR;
    }
    return power;
  }

  private void take(char c) {
    if (c == ' ' || c == '\t' || (afterReturn && c == '\n')) {
      afterReturn = false;
      return;
    }
    afterReturn = c == '\r';
    char current = afterReturn ? '\n' : c;
    told();
    if (lineStart) {
      lineStart = false;
      lines[index] = ++line;
    }
    lineStart = current == '\n';
    update(current);
  }

  /** The window has come round to the start of a line: its hash is complete. */
  private void told() {
    if (lines[index] >= 0) {
      int count = counts.merge(hash, 1, Integer::sum);
      hashes.put(lines[index], Long.toHexString(hash) + ":" + count);
      lines[index] = -1;
    }
  }

  private void update(int current) {
    int begin = window[index];
    window[index] = current;
    hash = FACTOR * hash + current - firstFactor * begin;
    index = (index + 1) % BLOCK;
  }
}
