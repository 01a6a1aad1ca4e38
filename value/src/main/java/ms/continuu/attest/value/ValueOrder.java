package ms.continuu.attest.value;

/// The total order of values.
final class ValueOrder {
  private ValueOrder() {}

  static int compare(Value left, Value right) {
    if (left == right) {
      return 0;
    }
    return switch (left) {
      case NumberValue l when right instanceof NumberValue r -> l.compareNumber(r);
      case StringValue l when right instanceof StringValue r -> l.compareBytes(r);
      case BooleanValue l when right instanceof BooleanValue r ->
          Boolean.compare(l.value(), r.value());
      case ArrayValue l when right instanceof ArrayValue r -> compareArrays(l, r);
      case ObjectValue l when right instanceof ObjectValue r -> compareObjects(l, r);
      case SetValue l when right instanceof SetValue r -> compareSets(l, r);
      default -> Integer.compare(left.typeOrder(), right.typeOrder());
    };
  }

  private static int compareArrays(ArrayValue left, ArrayValue right) {
    int shared = Math.min(left.size(), right.size());
    for (int i = 0; i < shared; i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /// Key, then value, of each pair in turn; then the number of pairs.
  private static int compareObjects(ObjectValue left, ObjectValue right) {
    int shared = Math.min(left.size(), right.size());
    for (int i = 0; i < shared; i++) {
      int order = compare(left.keyAt(i), right.keyAt(i));
      if (order == 0) {
        order = compare(left.valueAt(i), right.valueAt(i));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareSets(SetValue left, SetValue right) {
    int shared = Math.min(left.size(), right.size());
    for (int i = 0; i < shared; i++) {
      int order = compare(left.at(i), right.at(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
