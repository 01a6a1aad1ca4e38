package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;

/// `object.subset`, which takes arrays and sets too.
final class Subsets {
  private Subsets() {}

  static Value isSubset(Value large, Value small) throws BuiltinFault {
    if (large instanceof ArrayValue array && small instanceof SetValue set) {
      return BooleanValue.of(holdsAll(array, set));
    }
    boolean sameKind =
        large instanceof ObjectValue && small instanceof ObjectValue
            || large instanceof SetValue && small instanceof SetValue
            || large instanceof ArrayValue && small instanceof ArrayValue;
    if (!sameKind) {
      throw new BuiltinFault(
          BuiltinFault.Kind.TYPE,
          "both arguments object.subset must be of the same type or array and set");
    }
    return BooleanValue.of(within(large, small));
  }

  private static boolean within(Value large, Value small) {
    return switch (small) {
      case ObjectValue s when large instanceof ObjectValue l -> within(l, s);
      case SetValue s when large instanceof SetValue l -> within(l, s);
      case ArrayValue s when large instanceof ArrayValue l -> within(l, s);
      default -> large.equals(small);
    };
  }

  private static boolean within(ObjectValue large, ObjectValue small) {
    for (int i = 0; i < small.size(); i++) {
      Value value = large.get(small.keyAtSlot(i));
      if (value == null || !within(value, small.valueAtSlot(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean within(SetValue large, SetValue small) {
    for (int i = 0; i < small.size(); i++) {
      if (!large.contains(small.atSlot(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether the small array is a stretch of the large one, looked for as OPA does: after a
  /// mismatch it goes on one item further from where the attempt began.
  private static boolean within(ArrayValue large, ArrayValue small) {
    for (int from = 0; from + small.size() <= large.size(); from++) {
      int matched = 0;
      while (matched < small.size() && large.get(from + matched).equals(small.get(matched))) {
        matched++;
      }
      if (matched == small.size()) {
        return true;
      }
    }
    return false;
  }

  /// Whether as many items of the array are members as there are: equal items count each, as in
  /// OPA.
  private static boolean holdsAll(ArrayValue array, SetValue set) {
    int missing = set.size();
    for (Value item : array) {
      if (set.contains(item)) {
        missing--;
      }
      if (missing == 0) {
        return true;
      }
    }
    return false;
  }
}
