package ms.continuu.attest.rego.builtin;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The relation `walk(x, [path, value])`: every value within a value, from the outside in, one at a
/// time. The members of a collection come in their order; a member of a set is its own key.
public final class Walk implements Iterator<Value> {
  private final Deque<Level> levels = new ArrayDeque<>();
  private final boolean withPaths;
  private final @Nullable Value @Nullable [] pattern;
  private @Nullable Value next;
  private Value[] path = new Value[8];

  /// A collection on the way, and how many of its members were taken.
  private static final class Level {
    private final Value collection;
    private int taken;

    Level(Value collection) {
      this.collection = collection;
    }
  }

  private Walk(boolean withPaths, @Nullable Value @Nullable [] pattern) {
    this.withPaths = withPaths;
    this.pattern = pattern;
  }

  /// All pairs `[path, value]`.
  public static Iterator<Value> pairs(Value root) {
    return new Walk(true, null).from(root);
  }

  /// All values, for a walk whose paths nobody reads.
  public static Iterator<Value> values(Value root) {
    return new Walk(false, null).from(root);
  }

  /// The pairs whose path has the length of the pattern and its keys where these are known.
  ///
  /// @param pattern keys from the root on, null where any will do
  public static Iterator<Value> pairs(Value root, @Nullable Value[] pattern) {
    return new Walk(true, pattern.clone()).from(root);
  }

  private Walk from(Value root) {
    next = root;
    if (pattern != null && pattern.length > 0) {
      descend(root);
      advance();
    }
    return this;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Value next() {
    Value value = next;
    if (value == null) {
      throw new NoSuchElementException();
    }
    Value result = value;
    if (withPaths) {
      result = ArrayValue.of(ArrayValue.owning(Arrays.copyOf(path, levels.size())), value);
    }
    if (pattern == null) {
      descend(value);
    }
    advance();
    return result;
  }

  private void descend(Value value) {
    if (size(value) > 0) {
      levels.push(new Level(value));
    }
  }

  /// Goes to the next value that is to be told.
  private void advance() {
    next = null;
    while (next == null) {
      Level level = levels.peek();
      if (level == null) {
        return;
      }
      int depth = levels.size() - 1;
      Value value = take(level, depth);
      if (value == null) {
        levels.pop();
      } else if (pattern == null || depth + 1 == pattern.length) {
        next = value;
      } else {
        descend(value);
      }
    }
  }

  /// The next member of a level, with its key put on the path, or null.
  private @Nullable Value take(Level level, int depth) {
    Value wanted = pattern == null ? null : pattern[depth];
    Value collection = level.collection;
    if (level.taken >= (wanted == null ? size(collection) : 1)) {
      return null;
    }
    int rank = level.taken++;
    if (wanted != null) {
      Value member = member(collection, wanted);
      if (member != null) {
        put(depth, wanted);
      }
      return member;
    }
    return switch (collection) {
      case ArrayValue array -> {
        put(depth, NumberValue.of(rank));
        yield array.get(rank);
      }
      case ObjectValue object -> {
        put(depth, object.keyAt(rank));
        yield object.valueAt(rank);
      }
      case SetValue set -> {
        put(depth, set.at(rank));
        yield set.at(rank);
      }
      case NullValue n -> null;
      case BooleanValue b -> null;
      case NumberValue n -> null;
      case StringValue s -> null;
    };
  }

  private void put(int depth, Value key) {
    if (!withPaths) {
      return;
    }
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
    }
    path[depth] = key;
  }

  private static @Nullable Value member(Value collection, Value key) {
    return switch (collection) {
      case ObjectValue object -> object.get(key);
      case SetValue set -> set.contains(key) ? key : null;
      case ArrayValue array ->
          key instanceof NumberValue index
                  && index.isWrittenWhole()
                  && index.longValue() >= 0
                  && index.longValue() < array.size()
              ? array.get((int) index.longValue())
              : null;
      case NullValue n -> null;
      case BooleanValue b -> null;
      case NumberValue n -> null;
      case StringValue s -> null;
    };
  }

  private static int size(Value value) {
    return switch (value) {
      case ArrayValue array -> array.size();
      case ObjectValue object -> object.size();
      case SetValue set -> set.size();
      case NullValue n -> 0;
      case BooleanValue b -> 0;
      case NumberValue n -> 0;
      case StringValue s -> 0;
    };
  }
}
