package ms.continuu.attest.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/// An array.
public final class ArrayValue implements Value, Iterable<Value> {
  public static final ArrayValue EMPTY = new ArrayValue(new Value[0]);

  private final Value[] items;
  private int hash;

  private ArrayValue(Value[] items) {
    this.items = items;
  }

  public static ArrayValue of(Value... items) {
    return items.length == 0 ? EMPTY : new ArrayValue(items.clone());
  }

  public static ArrayValue of(Collection<? extends Value> items) {
    return items.isEmpty() ? EMPTY : new ArrayValue(items.toArray(Value[]::new));
  }

  /// Takes the array without copying it; the caller must not keep it.
  public static ArrayValue owning(Value[] items) {
    return items.length == 0 ? EMPTY : new ArrayValue(items);
  }

  public int size() {
    return items.length;
  }

  public Value get(int index) {
    return items[index];
  }

  /// The items in an array of the caller's own.
  public Value[] toArray() {
    return items.clone();
  }

  /// Copies the items to `target` from `at` on.
  public void copyTo(Value[] target, int at) {
    System.arraycopy(items, 0, target, at, items.length);
  }

  public boolean contains(Value wanted) {
    for (Value item : items) {
      if (item.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /// The items from `from` (inclusive) to `to` (exclusive).
  public ArrayValue slice(int from, int to) {
    return owning(Arrays.copyOfRange(items, from, to));
  }

  public List<Value> asList() {
    return Collections.unmodifiableList(Arrays.asList(items));
  }

  @Override
  public Iterator<Value> iterator() {
    return asList().iterator();
  }

  @Override
  public int typeOrder() {
    return 4;
  }

  @Override
  public String typeName() {
    return "array";
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ArrayValue a
            && hashCode() == a.hashCode()
            && Arrays.equals(items, a.items);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = Arrays.hashCode(items) * 31 + 4;
      hash = h;
    }
    return h;
  }

  @Override
  public String toString() {
    return RegoText.of(this);
  }
}
