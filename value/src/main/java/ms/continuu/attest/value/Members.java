package ms.continuu.attest.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The distinct members of a set, or keys of an object: found by hash, walked in order.
///
/// INVARIANT: once [#freeze] was called nothing changes but the lazily made order, which is
/// published through a volatile field.
final class Members {
  private static final int LINEAR = 8;

  private Value[] items;
  private int size;
  private int @Nullable [] table;
  private volatile int @Nullable [] order;

  Members(int expected) {
    items = new Value[Math.max(expected, 4)];
  }

  int size() {
    return size;
  }

  /// The member added as the `slot`-th.
  Value item(int slot) {
    return items[slot];
  }

  /// The slot of a member, or -1.
  int find(Value item) {
    int[] buckets = table;
    if (buckets == null) {
      for (int i = 0; i < size; i++) {
        if (items[i].equals(item)) {
          return i;
        }
      }
      return -1;
    }
    int mask = buckets.length - 1;
    for (int b = spread(item.hashCode()) & mask; ; b = (b + 1) & mask) {
      int slot = buckets[b] - 1;
      if (slot < 0) {
        return -1;
      }
      if (items[slot].equals(item)) {
        return slot;
      }
    }
  }

  /// Adds a member unless it is there. Returns its slot: a new one equals the size before.
  int add(Value item) {
    int found = find(item);
    if (found >= 0) {
      return found;
    }
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
    order = null;
    int[] buckets = table;
    if (buckets != null && size * 2 <= buckets.length) {
      insert(buckets, size - 1);
    } else if (size > LINEAR) {
      rehash();
    }
    return size - 1;
  }

  /// Replaces a member by an equal one.
  void replace(int slot, Value item) {
    items[slot] = item;
  }

  /// Drops spare room.
  void freeze() {
    if (items.length != size) {
      items = Arrays.copyOf(items, size);
    }
  }

  /// The slot of the member at a rank of the sorted order.
  int slotAt(int rank) {
    int[] slots = order;
    return (slots == null ? sort() : slots)[rank];
  }

  private int[] sort() {
    int[] slots = new int[size];
    boolean sorted = true;
    for (int i = 0; i < size; i++) {
      slots[i] = i;
      sorted = sorted && (i == 0 || ValueOrder.compare(items[i - 1], items[i]) < 0);
    }
    if (!sorted) {
      mergeSort(slots, slots.clone(), 0, size);
    }
    order = slots;
    return slots;
  }

  /// Sorts `slots[from..to)` by their members, given a copy of it. Members are distinct, so
  /// stability does not matter.
  private void mergeSort(int[] slots, int[] copy, int from, int to) {
    if (to - from <= 7) {
      insertionSort(slots, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(copy, slots, from, middle);
    mergeSort(copy, slots, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft =
          right >= to
              || left < middle && ValueOrder.compare(items[copy[left]], items[copy[right]]) <= 0;
      slots[i] = takeLeft ? copy[left++] : copy[right++];
    }
  }

  private void insertionSort(int[] slots, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int slot = slots[i];
      int at = i;
      while (at > from && ValueOrder.compare(items[slots[at - 1]], items[slot]) > 0) {
        slots[at] = slots[at - 1];
        at--;
      }
      slots[at] = slot;
    }
  }

  private void rehash() {
    int[] buckets = new int[Integer.highestOneBit(size) * 4];
    for (int i = 0; i < size; i++) {
      insert(buckets, i);
    }
    table = buckets;
  }

  private void insert(int[] buckets, int slot) {
    int mask = buckets.length - 1;
    int b = spread(items[slot].hashCode()) & mask;
    while (buckets[b] != 0) {
      b = (b + 1) & mask;
    }
    buckets[b] = slot + 1;
  }

  private static int spread(int hash) {
    return (hash ^ hash >>> 16) * 0x9E3779B1 >>> 7;
  }
}
