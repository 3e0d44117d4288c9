package kconfigls.text;

/** How many letters have to be inserted, deleted or replaced to make one word of another. */
public final class EditDistance {
  private EditDistance() {}

  public static int of(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + cost);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
