package kconfigls.vfs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers between two, without leading zeros, as parts of a pattern. */
final class NumberRange {
  private static final Pattern RANGE = Pattern.compile("([+-]?\\d{1,18})\\.\\.([+-]?\\d{1,18})");
  private static final CharacterSet DIGIT = CharacterSet.range('0', '9');

  private NumberRange() {}

  /** What a text such as {@code 1..9} stands for; empty if it is no range of numbers. */
  static List<GlobPart> parts(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return List.of();
    }
    long low = Long.parseLong(range.group(1));
    long high = Long.parseLong(range.group(2));
    List<List<GlobPart>> all = new ArrayList<>();
    if (low < 0) {
      List<GlobPart> negative = new ArrayList<>(List.of(GlobPart.character('-')));
      negative.add(between(Math.max(1, -high), -low));
      all.add(negative);
    }
    if (high >= 0) {
      GlobPart plus = GlobPart.optional(List.of(GlobPart.character('+')));
      all.add(List.of(plus, between(Math.max(0, low), high)));
    }
    return List.of(new GlobPart.Choice(all));
  }

  /** The numbers from one to another, of which none is negative. */
  private static GlobPart between(long low, long high) {
    List<List<GlobPart>> all = new ArrayList<>();
    String from = String.valueOf(low);
    String to = String.valueOf(high);
    for (int digits = from.length(); low <= high && digits <= to.length(); digits++) {
      String least = digits == from.length() ? from : "1" + "0".repeat(digits - 1);
      String most = digits == to.length() ? to : "9".repeat(digits);
      all.addAll(sameLength(least, most));
    }
    return new GlobPart.Choice(all);
  }

  private static List<List<GlobPart>> sameLength(String low, String high) {
    int rest = low.length() - 1;
    if (low.chars().allMatch(c -> c == '0') && high.chars().allMatch(c -> c == '9')) {
      return List.of(Collections.nCopies(low.length(), new GlobPart.One(DIGIT)));
    }
    char first = low.charAt(0);
    char last = high.charAt(0);
    List<List<GlobPart>> all = new ArrayList<>();
    if (first == last) {
      all.add(startingWith(first, low.substring(1), high.substring(1)));
      return all;
    }
    all.add(startingWith(first, low.substring(1), "9".repeat(rest)));
    List<GlobPart> between = new ArrayList<>();
    between.add(new GlobPart.One(CharacterSet.range(first + 1, last - 1)));
    between.addAll(Collections.nCopies(rest, new GlobPart.One(DIGIT)));
    all.add(between);
    all.add(startingWith(last, "0".repeat(rest), high.substring(1)));
    return all;
  }

  private static List<GlobPart> startingWith(char first, String low, String high) {
    return low.isEmpty()
        ? List.of(GlobPart.character(first))
        : List.of(GlobPart.character(first), new GlobPart.Choice(sameLength(low, high)));
  }
}
