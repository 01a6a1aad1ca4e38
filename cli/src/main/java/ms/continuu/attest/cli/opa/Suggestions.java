package ms.continuu.attest.cli.opa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Commands that a mistyped name may have meant.
final class Suggestions {
  private static final int FARTHEST = 2;

  private Suggestions() {}

  /// The names within two edits of a word, or beginning with it.
  static List<String> near(String word, List<String> names) {
    String lower = word.toLowerCase(Locale.ROOT);
    List<String> near = new ArrayList<>();
    for (String name : names) {
      if (!name.equals("help") && (distance(lower, name) <= FARTHEST || name.startsWith(lower))) {
        near.add(name);
      }
    }
    return near;
  }

  /// Levenshtein's distance, row by row.
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = from.charAt(i - 1) == to.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
