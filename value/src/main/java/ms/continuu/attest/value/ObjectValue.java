package ms.continuu.attest.value;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object: any value to any value. `keyAt(i)` and `valueAt(i)` walk it in the order of keys.
public final class ObjectValue implements Value {
  public static final ObjectValue EMPTY = builder(0).build();

  private final Members keys;
  private final Value[] values;
  private final Value @Nullable [] written;
  private int hash;

  private ObjectValue(Members keys, Value[] values) {
    this(keys, values, null);
  }

  private ObjectValue(Members keys, Value[] values, Value @Nullable [] written) {
    this.keys = keys;
    this.values = values;
    this.written = written;
  }

  /// This object as a program wrote it: with its keys in another order, perhaps some of them twice.
  /// The array, where keys and values alternate, is not copied.
  public ObjectValue writtenAs(Value[] pairs) {
    return new ObjectValue(keys, values, pairs);
  }

  /// Keys and values as a program wrote them, or null when the order of keys is all there is.
  public Value @Nullable [] written() {
    return written;
  }

  /// This object without the order it was written in.
  public ObjectValue plain() {
    return written == null ? this : new ObjectValue(keys, values);
  }

  public static Builder builder() {
    return new Builder(8);
  }

  /// A builder with room for so many pairs.
  public static Builder builder(int expected) {
    return new Builder(expected);
  }

  /// An object of frozen keys, which other objects may share, with the values in the order of
  /// slots.
  static ObjectValue sharing(Members keys, Value[] values) {
    return new ObjectValue(keys, values);
  }

  /// An object of string keys, for tests and reports.
  public static ObjectValue of(Map<String, ? extends Value> pairs) {
    Builder builder = builder(pairs.size());
    pairs.forEach((key, value) -> builder.put(StringValue.of(key), value));
    return builder.build();
  }

  public int size() {
    return keys.size();
  }

  /// The value at a key, or null.
  public @Nullable Value get(Value key) {
    int slot = keys.find(key);
    return slot < 0 ? null : values[slot];
  }

  /// The value at a string key, or null.
  public @Nullable Value get(String key) {
    return get(StringValue.of(key));
  }

  /// The key of the `rank`-th pair in the order of keys.
  public Value keyAt(int rank) {
    return keys.item(keys.slotAt(rank));
  }

  /// The value of the `rank`-th pair in the order of keys.
  public Value valueAt(int rank) {
    return values[keys.slotAt(rank)];
  }

  /// The key in a slot from 0 to the size: for walks whose order nobody sees, which then cost no
  /// sorting.
  public Value keyAtSlot(int slot) {
    return keys.item(slot);
  }

  /// The value in a slot; see [#keyAtSlot].
  public Value valueAtSlot(int slot) {
    return values[slot];
  }

  public boolean containsValue(Value wanted) {
    for (Value value : values) {
      if (value.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /// A builder that holds these pairs already.
  public Builder toBuilder() {
    Builder builder = builder(size() + 1);
    for (int i = 0; i < size(); i++) {
      builder.put(keys.item(i), values[i]);
    }
    return builder;
  }

  @Override
  public int typeOrder() {
    return 5;
  }

  @Override
  public String typeName() {
    return "object";
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof ObjectValue o) || size() != o.size() || hashCode() != o.hashCode()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (!values[i].equals(o.get(keys.item(i)))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = 5;
      for (int i = 0; i < size(); i++) {
        h += keys.item(i).hashCode() * 31 ^ values[i].hashCode();
      }
      hash = h;
    }
    return h;
  }

  @Override
  public String toString() {
    return RegoText.of(this);
  }

  /// Collects pairs; a later value of a key replaces the earlier. One use.
  public static final class Builder {
    private final Members keys;
    private Value[] values;

    private Builder(int expected) {
      keys = new Members(expected);
      values = new Value[Math.max(expected, 4)];
    }

    public Builder put(Value key, Value value) {
      int before = keys.size();
      int slot = keys.add(key);
      if (slot == before && before == values.length) {
        values = Arrays.copyOf(values, before * 2);
      }
      values[slot] = value;
      return this;
    }

    public Builder put(String key, Value value) {
      return put(StringValue.of(key), value);
    }

    /// The value put at a key, or null.
    public @Nullable Value get(Value key) {
      int slot = keys.find(key);
      return slot < 0 ? null : values[slot];
    }

    public int size() {
      return keys.size();
    }

    public ObjectValue build() {
      if (keys.size() == 0 && EMPTY != null) {
        return EMPTY;
      }
      keys.freeze();
      return new ObjectValue(
          keys, keys.size() == values.length ? values : Arrays.copyOf(values, keys.size()));
    }
  }
}
