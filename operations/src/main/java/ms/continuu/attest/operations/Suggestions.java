package ms.continuu.attest.operations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Names that a mistyped one may have meant.
public final class Suggestions {
  private static final int FARTHEST = 2;
  private static final int MOST = 5;

  private Suggestions() {}

  /// The names within two edits of a word, or beginning with it.
  public static List<String> near(String word, List<String> names) {
    String lower = word.toLowerCase(Locale.ROOT);
    List<String> near = new ArrayList<>();
    for (String name : names) {
      if (!name.equals("help") && (distance(lower, name) <= FARTHEST || name.startsWith(lower))) {
        near.add(name);
      }
    }
    return near;
  }

  /// The names nearest to a word, at most a few, nearest first: those that hold it, then those a
  /// third of its letters away.
  public static List<String> nearest(String word, Collection<String> names) {
    String lower = word.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> name.contains(lower) || distance(lower, name) <= 1 + lower.length() / 3)
        .sorted(
            Comparator.comparing((String name) -> !name.contains(lower))
                .thenComparingInt(name -> distance(lower, name))
                .thenComparing(Comparator.naturalOrder()))
        .distinct()
        .limit(MOST)
        .toList();
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
