package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The differences of two texts, character by character, as Google's diff-match-patch finds them:
/// Myers' bisection (*An O(ND) Difference Algorithm and Its Variations*, 1986), after the parts
/// that the texts share at their ends and in their middles are set apart.
final class TextDiff {

  /// What becomes of a stretch of text.
  enum Change {
    KEPT,
    DELETED,
    INSERTED
  }

  /// A stretch of text, as code points.
  record Edit(Change change, int[] text) {
    boolean isKept() {
      return change == Change.KEPT;
    }

    @Override
    public String toString() {
      return new String(text, 0, text.length);
    }
  }

  private TextDiff() {}

  /// The edits that make the second text of the first.
  static List<Edit> of(String before, String after) {
    return diff(codePoints(before), codePoints(after));
  }

  /// Stray bytes, which are kept as lone surrogates, count as the replacement character.
  private static int[] codePoints(String text) {
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .toArray();
  }

  private static List<Edit> diff(int[] before, int[] after) {
    if (Arrays.equals(before, after)) {
      return before.length == 0 ? List.of() : List.of(new Edit(Change.KEPT, before));
    }
    int prefix = commonPrefix(before, after);
    int[] a = Arrays.copyOfRange(before, prefix, before.length);
    int[] b = Arrays.copyOfRange(after, prefix, after.length);
    int suffix = commonSuffix(a, b);
    List<Edit> edits = new ArrayList<>();
    if (prefix > 0) {
      edits.add(new Edit(Change.KEPT, Arrays.copyOf(before, prefix)));
    }
    edits.addAll(middle(Arrays.copyOf(a, a.length - suffix), Arrays.copyOf(b, b.length - suffix)));
    if (suffix > 0) {
      edits.add(new Edit(Change.KEPT, Arrays.copyOfRange(a, a.length - suffix, a.length)));
    }
    return EditMerge.of(edits);
  }

  /// The edits of texts that neither begin nor end alike.
  private static List<Edit> middle(int[] before, int[] after) {
    if (before.length == 0) {
      return List.of(new Edit(Change.INSERTED, after));
    }
    if (after.length == 0) {
      return List.of(new Edit(Change.DELETED, before));
    }
    boolean shrinks = before.length > after.length;
    int[] longer = shrinks ? before : after;
    int[] shorter = shrinks ? after : before;
    int at = indexOf(longer, shorter, 0);
    if (at >= 0) {
      Change change = shrinks ? Change.DELETED : Change.INSERTED;
      return List.of(
          new Edit(change, Arrays.copyOf(longer, at)),
          new Edit(Change.KEPT, shorter),
          new Edit(change, Arrays.copyOfRange(longer, at + shorter.length, longer.length)));
    }
    if (shorter.length == 1) {
      return replaced(before, after);
    }
    Shared shared = Shared.of(before, after);
    return shared == null ? bisect(before, after) : around(before, after, shared);
  }

  private static List<Edit> replaced(int[] before, int[] after) {
    return List.of(new Edit(Change.DELETED, before), new Edit(Change.INSERTED, after));
  }

  private static List<Edit> around(int[] before, int[] after, Shared shared) {
    List<Edit> edits =
        new ArrayList<>(
            diff(Arrays.copyOf(before, shared.inBefore), Arrays.copyOf(after, shared.inAfter)));
    edits.add(
        new Edit(
            Change.KEPT,
            Arrays.copyOfRange(before, shared.inBefore, shared.inBefore + shared.length)));
    edits.addAll(
        diff(
            Arrays.copyOfRange(before, shared.inBefore + shared.length, before.length),
            Arrays.copyOfRange(after, shared.inAfter + shared.length, after.length)));
    return edits;
  }

  /// A stretch that both texts have, at least half as long as the longer one.
  private record Shared(int inBefore, int inAfter, int length) {

    static @Nullable Shared of(int[] before, int[] after) {
      boolean shrinks = before.length > after.length;
      int[] longer = shrinks ? before : after;
      int[] shorter = shrinks ? after : before;
      if (longer.length < 4 || shorter.length * 2 < longer.length) {
        return null;
      }
      Shared second = seeded(longer, shorter, (longer.length + 3) / 4);
      Shared third = seeded(longer, shorter, (longer.length + 1) / 2);
      Shared best =
          second == null || third != null && second.length <= third.length ? third : second;
      return best == null || shrinks ? best : best.swapped();
    }

    private Shared swapped() {
      return new Shared(/* inBefore= */ inAfter, /* inAfter= */ inBefore, length);
    }

    /// The longest such stretch around a quarter of the longer text, `inBefore` being the longer's.
    private static @Nullable Shared seeded(int[] longer, int[] shorter, int start) {
      int[] seed = Arrays.copyOfRange(longer, start, start + longer.length / 4);
      Shared best = new Shared(0, 0, 0);
      for (int at = indexOf(shorter, seed, 0); at >= 0; at = indexOf(shorter, seed, at + 1)) {
        int right = commonPrefix(tail(longer, start), tail(shorter, at));
        int left = commonSuffix(Arrays.copyOf(longer, start), Arrays.copyOf(shorter, at));
        if (best.length < left + right) {
          best = new Shared(start - left, at - left, left + right);
        }
      }
      return best.length * 2 < longer.length ? null : best;
    }

    private static int[] tail(int[] text, int start) {
      return Arrays.copyOfRange(text, start, text.length);
    }
  }

  /// Searches for the middle of a shortest edit script from both ends at once, and splits there.
  private static List<Edit> bisect(int[] before, int[] after) {
    Front forwards = new Front(before, after);
    Front backwards = new Front(reversed(before), reversed(after));
    int delta = before.length - after.length;
    boolean odd = delta % 2 != 0;
    for (int d = 0; d < forwards.middle; d++) {
      int x = forwards.advance(d, odd ? backwards : null, delta);
      if (x >= 0) {
        return split(before, after, x, x - forwards.meeting);
      }
      x = backwards.advance(d, odd ? null : forwards, delta);
      if (x >= 0) {
        int other = forwards.reached[forwards.middle + delta - backwards.meeting];
        return split(before, after, other, other - (delta - backwards.meeting));
      }
    }
    return replaced(before, after);
  }

  private static List<Edit> split(int[] before, int[] after, int x, int y) {
    List<Edit> edits = new ArrayList<>(diff(Arrays.copyOf(before, x), Arrays.copyOf(after, y)));
    edits.addAll(
        diff(
            Arrays.copyOfRange(before, x, before.length),
            Arrays.copyOfRange(after, y, after.length)));
    return edits;
  }

  private static int[] reversed(int[] text) {
    int[] reversed = new int[text.length];
    for (int i = 0; i < text.length; i++) {
      reversed[i] = text[text.length - 1 - i];
    }
    return reversed;
  }

  /// How far edit scripts of some length get in the first text, by diagonal.
  private static final class Front {
    private final int[] before;
    private final int[] after;
    private final int middle;
    private final int[] reached;
    private int firstSkipped;
    private int lastSkipped;
    private int meeting;

    Front(int[] before, int[] after) {
      this.before = before;
      this.after = after;
      middle = (before.length + after.length + 1) / 2;
      reached = new int[2 * middle];
      Arrays.fill(reached, -1);
      reached[middle + 1] = 0;
    }

    /// Takes one more edit on each diagonal. Returns the place in the first text where a script
    /// meets one of the opposite front, on the diagonal `meeting`, or -1.
    int advance(int edits, @Nullable Front opposite, int delta) {
      for (int k = -edits + firstSkipped; k <= edits - lastSkipped; k += 2) {
        int x = follow(k, edits);
        int y = x - k;
        reached[middle + k] = x;
        if (x > before.length) {
          lastSkipped += 2;
        } else if (y > after.length) {
          firstSkipped += 2;
        } else if (opposite != null && opposite.meets(delta - k, before.length - x)) {
          meeting = k;
          return x;
        }
      }
      return -1;
    }

    private int follow(int k, int edits) {
      int at = middle + k;
      boolean down = k == -edits || k != edits && reached[at - 1] < reached[at + 1];
      int x = down ? reached[at + 1] : reached[at - 1] + 1;
      while (x < before.length && x - k < after.length && before[x] == after[x - k]) {
        x++;
      }
      return x;
    }

    private boolean meets(int diagonal, int rest) {
      int at = middle + diagonal;
      return at >= 0 && at < reached.length && reached[at] != -1 && reached[at] >= rest;
    }
  }

  static int commonPrefix(int[] a, int[] b) {
    int mismatch = Arrays.mismatch(a, b);
    return mismatch < 0 ? a.length : mismatch;
  }

  static int commonSuffix(int[] a, int[] b) {
    int length = 0;
    while (length < a.length
        && length < b.length
        && a[a.length - 1 - length] == b[b.length - 1 - length]) {
      length++;
    }
    return length;
  }

  private static int indexOf(int[] text, int[] part, int from) {
    for (int i = from; i <= text.length - part.length; i++) {
      if (Arrays.equals(text, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }
}
