package kconfigls.rules;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kconfigls.text.TextRange;

/** Ranges of one file that are spoken for; asking takes the logarithm of their number. */
final class TakenRanges {
  /** The end of each stretch by its start; stretches may meet, but none overlaps another. */
  private final NavigableMap<Integer, Integer> stretches = new TreeMap<>();

  /** Where something is inserted. */
  private final TreeSet<Integer> insertions = new TreeSet<>();

  void add(TextRange range) {
    if (range.isEmpty()) {
      insertions.add(range.start());
      return;
    }
    int start = range.start();
    int end = range.end();
    Map.Entry<Integer, Integer> before = stretches.lowerEntry(end);
    while (before != null && before.getValue() > start) {
      start = Math.min(start, before.getKey());
      end = Math.max(end, before.getValue());
      stretches.remove(before.getKey());
      before = stretches.lowerEntry(end);
    }
    stretches.put(start, end);
  }

  /** Two ranges that follow each other do not overlap, but an insertion there does. */
  boolean overlaps(TextRange range) {
    Integer insertion = insertions.ceiling(range.start());
    if (insertion != null && insertion <= range.end()) {
      return true;
    }
    Map.Entry<Integer, Integer> before =
        range.isEmpty() ? stretches.floorEntry(range.end()) : stretches.lowerEntry(range.end());
    if (before == null) {
      return false;
    }
    int end = before.getValue();
    return range.isEmpty() ? end >= range.start() : end > range.start();
  }
}
