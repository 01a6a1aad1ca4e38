package ms.continuu.attest.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A set. `at(i)` and the iterator walk it in order.
public final class SetValue implements Value, Iterable<Value> {
  public static final SetValue EMPTY = new SetValue(new Members(0));

  private final Members members;
  private final Value @Nullable [] written;
  private int hash;

  private SetValue(Members members) {
    this(members, null);
  }

  private SetValue(Members members, Value @Nullable [] written) {
    this.members = members;
    this.written = written;
  }

  /// This set as a program wrote it: with its members in another order, perhaps some of them twice.
  /// The array is not copied.
  public SetValue writtenAs(Value[] items) {
    return new SetValue(members, items);
  }

  /// The members as a program wrote them, or null when the order of members is all there is.
  public Value @Nullable [] written() {
    return written;
  }

  /// This set without the order it was written in.
  public SetValue plain() {
    return written == null ? this : new SetValue(members);
  }

  public static Builder builder() {
    return new Builder(8);
  }

  /// A builder with room for so many members.
  public static Builder builder(int expected) {
    return new Builder(expected);
  }

  public static SetValue of(Value... items) {
    Builder builder = builder(items.length);
    for (Value item : items) {
      builder.add(item);
    }
    return builder.build();
  }

  public static SetValue of(Collection<? extends Value> items) {
    Builder builder = builder(items.size());
    items.forEach(builder::add);
    return builder.build();
  }

  public int size() {
    return members.size();
  }

  public boolean contains(Value item) {
    return members.find(item) >= 0;
  }

  /// The `rank`-th member in order.
  public Value at(int rank) {
    return members.item(members.slotAt(rank));
  }

  /// The member in a slot from 0 to the size: for walks whose order nobody sees, which then costs
  /// no sorting.
  public Value atSlot(int slot) {
    return members.item(slot);
  }

  /// The members in order.
  public List<Value> asList() {
    Value[] items = new Value[size()];
    Arrays.setAll(items, this::at);
    return Collections.unmodifiableList(Arrays.asList(items));
  }

  /// A builder that holds these members already.
  public Builder toBuilder() {
    Builder builder = builder(size() + 1);
    for (int i = 0; i < size(); i++) {
      builder.add(members.item(i));
    }
    return builder;
  }

  @Override
  public Iterator<Value> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public Value next() {
        if (next >= size()) {
          throw new NoSuchElementException();
        }
        return at(next++);
      }
    };
  }

  @Override
  public int typeOrder() {
    return 6;
  }

  @Override
  public String typeName() {
    return "set";
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof SetValue s) || size() != s.size() || hashCode() != s.hashCode()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (!s.contains(members.item(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = 6;
      for (int i = 0; i < size(); i++) {
        h += members.item(i).hashCode() * 17;
      }
      hash = h;
    }
    return h;
  }

  @Override
  public String toString() {
    return RegoText.of(this);
  }

  /// Collects members. One use.
  public static final class Builder {
    private final Members members;

    private Builder(int expected) {
      members = new Members(expected);
    }

    /// Adds a member; false when it was there.
    public boolean add(Value item) {
      int before = members.size();
      return members.add(item) == before;
    }

    public boolean contains(Value item) {
      return members.find(item) >= 0;
    }

    public int size() {
      return members.size();
    }

    public SetValue build() {
      if (members.size() == 0) {
        return EMPTY;
      }
      members.freeze();
      return new SetValue(members);
    }
  }
}
