package ms.continuu.attest.operations.policies;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The name that a misspelt one may have meant.
public final class NearestName {
  private NearestName() {}

  /// The nearest of some names, not farther than a third of the letters; null when none is near.
  public static @Nullable String to(String word, Collection<String> names) {
    String lower = word.toLowerCase(Locale.ROOT);
    String nearest = null;
    int best = Math.max(1, word.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(lower, name.toLowerCase(Locale.ROOT));
      if (distance < best) {
        nearest = name;
        best = distance;
      }
    }
    return nearest != null ? nearest : shortened(lower, names);
  }

  /// The name that a word spells out, as `environment` does `env`.
  private static @Nullable String shortened(String lower, Collection<String> names) {
    return names.stream()
        .filter(name -> name.length() >= 3 && lower.startsWith(name.toLowerCase(Locale.ROOT)))
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  /// How many letters to add, drop, change or swap with the next.
  private static int distance(String from, String to) {
    int[] before = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[to.length()];
  }
}
