package ms.continuu.attest.rego.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ms.continuu.attest.value.Location;

/// Numbers the refs that the rules of a set are indexed by, and counts their use, which decides the
/// order of the levels.
final class IndexTable {
  private final List<IndexRef> refs = new ArrayList<>();
  private final Map<String, List<Integer>> byRoot = new HashMap<>();
  private int[] counts = new int[8];
  private Alternation[] alternations = new Alternation[8];

  /// What it costs that a rule may have one of several values at a ref.
  enum Alternation {
    NONE,
    /// The rule can be tested at further refs.
    CONVERGING,
    /// It cannot.
    TERMINAL
  }

  IndexTable() {
    Arrays.fill(alternations, Alternation.NONE);
  }

  int intern(IndexRef ref) {
    List<Integer> known =
        byRoot.computeIfAbsent(ref.root() + ref.path(), root -> new ArrayList<>());
    for (int id : known) {
      if (refs.get(id).isSame(ref)) {
        return id;
      }
    }
    int id = refs.size();
    refs.add(ref);
    known.add(id);
    if (id == counts.length) {
      counts = Arrays.copyOf(counts, id * 2);
      alternations = Arrays.copyOf(alternations, id * 2);
      Arrays.fill(alternations, id, id * 2, Alternation.NONE);
    }
    return id;
  }

  IndexRef ref(int id) {
    return refs.get(id);
  }

  void count(int id, int times) {
    counts[id] += times;
  }

  void alternate(int id, Alternation kind) {
    if (kind.compareTo(alternations[id]) > 0) {
      alternations[id] = kind;
    }
  }

  /// The refs in use: those with one value per rule first, then those of most rules, then as they
  /// stand in the text.
  List<Integer> sorted() {
    return IntStream.range(0, refs.size())
        .filter(id -> counts[id] > 0)
        .boxed()
        .sorted(
            Comparator.comparing((Integer id) -> alternations[id])
                .thenComparingInt((Integer id) -> -counts[id])
                .thenComparing((Integer id) -> refs.get(id).location(), IndexTable::places)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static int places(Location one, Location two) {
    if (one == Location.NONE || two == Location.NONE) {
      return Boolean.compare(one == Location.NONE, two == Location.NONE);
    }
    int order = one.file().compareTo(two.file());
    if (order == 0) {
      order = Integer.compare(one.row(), two.row());
    }
    return order == 0 ? Integer.compare(one.column(), two.column()) : order;
  }
}
