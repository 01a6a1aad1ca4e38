package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ms.continuu.attest.value.GoUnicode;
import org.jspecify.annotations.Nullable;

/// A set of characters, as regular expressions have them.
final class RuneRanges {
  static final int MAX = Character.MAX_CODE_POINT;

  /// From here to there characters have other cases.
  private static final int MIN_FOLD = 0x41;

  private static final int MAX_FOLD = 0x1E943;

  private final BitSet runes = new BitSet();

  RuneRanges add(int low, int high) {
    if (low <= high) {
      runes.set(low, high + 1);
    }
    return this;
  }

  RuneRanges addAll(RuneRanges other) {
    runes.or(other.runes);
    return this;
  }

  boolean isEmpty() {
    return runes.isEmpty();
  }

  RuneRanges negated() {
    RuneRanges rest = new RuneRanges();
    rest.runes.set(0, MAX + 1);
    rest.runes.andNot(runes);
    return rest;
  }

  /// With all cases of all its characters.
  RuneRanges folded() {
    RuneRanges folded = new RuneRanges();
    folded.runes.or(runes);
    for (int c = runes.nextSetBit(MIN_FOLD); c >= 0 && c <= MAX_FOLD; c = runes.nextSetBit(c + 1)) {
      int[] orbit = Folding.ORBITS.get(c);
      if (orbit != null) {
        for (int other : orbit) {
          folded.runes.set(other);
        }
      }
    }
    return folded;
  }

  /// All cases of one character, itself among them; null when there is no other.
  static int @Nullable [] cases(int character) {
    return Folding.ORBITS.get(character);
  }

  /// As a class in brackets, in which nothing is folded.
  void appendTo(StringBuilder pattern) {
    if (runes.isEmpty()) {
      pattern.append("[^\\x{0}-\\x{10ffff}]");
      return;
    }
    pattern.append("(?-i:[");
    for (int low = runes.nextSetBit(0); low >= 0; ) {
      int high = runes.nextClearBit(low) - 1;
      appendEscape(pattern, low);
      if (high > low) {
        pattern.append('-');
        appendEscape(pattern, high);
      }
      low = runes.nextSetBit(high + 1);
    }
    pattern.append("])");
  }

  static void appendEscape(StringBuilder pattern, int character) {
    pattern.append("\\x{").append(Integer.toHexString(character)).append('}');
  }

  /// Characters that are cases of one another.
  private static final class Folding {
    private static final Map<Integer, int[]> ORBITS = orbits();

    private static Map<Integer, int[]> orbits() {
      Map<Integer, List<Integer>> byKey = new HashMap<>();
      for (int c = MIN_FOLD; c <= MAX_FOLD; c++) {
        int key = key(c);
        if (key != c) {
          byKey.computeIfAbsent(key, k -> new ArrayList<>(List.of(k))).add(c);
        }
      }
      Map<Integer, int[]> orbits = new HashMap<>();
      for (List<Integer> orbit : byKey.values()) {
        int[] characters = orbit.stream().mapToInt(Integer::intValue).toArray();
        orbit.forEach(c -> orbits.put(c, Objects.requireNonNull(characters)));
      }
      return orbits;
    }

    /// Dotted and dotless I have no other case here.
    private static int key(int c) {
      return c == 0x130 || c == 0x131 ? c : GoUnicode.toLowerCase(GoUnicode.toUpperCase(c));
    }
  }
}
