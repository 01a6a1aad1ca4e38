package ms.continuu.attest.rego.graphql;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ms.continuu.attest.value.Utf8;

/// Names that somebody may have meant.
final class Suggestions {
  private static final int MOST = 5;

  private Suggestions() {}

  /// The options near enough to what was typed, the nearest first.
  static List<String> near(String typed, List<String> options) {
    int most = Math.max((int) (Utf8.encode(typed).length * 0.4) + 1, 1);
    Map<String, Integer> distances = new HashMap<>();
    options.forEach(option -> distances.put(option, distance(typed, option)));
    return options.stream()
        .filter(option -> distances.getOrDefault(option, 0) <= most)
        .sorted(Comparator.comparing(option -> distances.getOrDefault(option, 0)))
        .toList();
  }

  /// ` Did you mean "a", "b", or "c"?`, or nothing.
  static String question(String prefix, List<String> names) {
    return names.isEmpty() ? "" : " " + prefix + " " + quotedOrList(names) + "?";
  }

  /// `"a", "b", or "c"`.
  static String quotedOrList(List<String> names) {
    return orList(names.stream().map(name -> "\"" + name + "\"").toList());
  }

  /// `a, b, or c`, of at most five.
  static String orList(List<String> names) {
    List<String> shown = names.subList(0, Math.min(names.size(), MOST));
    if (shown.size() == 2) {
      return shown.getFirst() + " or " + shown.getLast();
    }
    if (shown.size() < 2) {
      return String.join("", shown);
    }
    return String.join(", ", shown.subList(0, shown.size() - 1)) + ", or " + shown.getLast();
  }

  /// The number of edits between two names; a change of case counts once.
  private static int distance(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    int[] l = left.toLowerCase(Locale.ROOT).codePoints().toArray();
    int[] r = right.toLowerCase(Locale.ROOT).codePoints().toArray();
    if (Arrays.equals(l, r)) {
      return 1;
    }
    int[] row = new int[r.length + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= l.length; i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= r.length; j++) {
        int change = diagonal + (l[i - 1] == r[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[r.length];
  }
}
