package kconfigls.text;

/** How many letters have to be inserted, deleted or replaced to make one word of another. */
public final class EditDistance {
  private EditDistance() {}

  public static int of(String a, String b) {
    return of(a, b, Integer.MAX_VALUE);
  }

  /** The same, but any number above the limit stands for any other above it. */
  public static int of(String a, String b, int limit) {
    int atLeast = Math.abs(a.length() - b.length());
    if (atLeast > limit) {
      return atLeast; // a word of megabytes is near to nothing
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + cost);
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return least;
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
