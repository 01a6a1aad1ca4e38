package ms.continuu.attest.rego.runtime;

import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Unification of patterns, which are operands that need no evaluation.
public final class Patterns {
  private Patterns() {}

  /// The value of a pattern, or null while a slot in it is unbound.
  public static @Nullable Value value(Operand pattern, @Nullable Value[] frame) {
    return switch (pattern) {
      case Operand.Local(int slot) -> frame[slot];
      case Operand.Constant(Value value) -> value;
      case Operand.ArrayOf(Operand[] items) -> {
        Value[] values = values(items, frame);
        yield values == null ? null : ArrayValue.owning(values);
      }
      case Operand.ObjectOf(Operand[] keys, Operand[] members) -> object(keys, members, frame);
      case Operand.SetOf(Operand[] items) -> {
        Value[] values = values(items, frame);
        yield values == null ? null : WrittenOrder.set(values);
      }
      case Operand.Reference r -> throw computed();
      case Operand.Comprehension c -> throw computed();
    };
  }

  private static IllegalStateException computed() {
    return new IllegalStateException("a term that must be evaluated stands inside another one");
  }

  /// The values of patterns, or null while a slot in them is unbound.
  public static Value @Nullable [] values(Operand[] patterns, @Nullable Value[] frame) {
    Value[] values = new Value[patterns.length];
    for (int i = 0; i < values.length; i++) {
      Value value = value(patterns[i], frame);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }

  private static @Nullable Value object(
      Operand[] keys, Operand[] members, @Nullable Value[] frame) {
    Value[] pairs = new Value[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      Value key = value(keys[i], frame);
      Value member = value(members[i], frame);
      if (key == null || member == null) {
        return null;
      }
      pairs[2 * i] = key;
      pairs[2 * i + 1] = member;
    }
    return WrittenOrder.object(pairs);
  }

  /// Makes a pattern equal to a value by binding its slots; false when it cannot be.
  public static boolean match(Operand pattern, @Nullable Value[] frame, Value value, Trail trail) {
    return switch (pattern) {
      case Operand.Local(int slot) -> {
        Value bound = frame[slot];
        if (bound == null) {
          trail.bind(frame, slot, value);
          yield true;
        }
        yield bound.equals(value);
      }
      case Operand.Constant(Value constant) -> constant.equals(value);
      case Operand.ArrayOf(Operand[] items) -> {
        if (!(value instanceof ArrayValue array) || array.size() != items.length) {
          yield false;
        }
        for (int i = 0; i < items.length; i++) {
          if (!match(items[i], frame, array.get(i), trail)) {
            yield false;
          }
        }
        yield true;
      }
      case Operand.ObjectOf(Operand[] keys, Operand[] members) ->
          value instanceof ObjectValue object && matchObject(keys, members, frame, object, trail);
      case Operand.SetOf set -> value.equals(value(set, frame));
      case Operand.Reference r -> throw computed();
      case Operand.Comprehension c -> throw computed();
    };
  }

  private static boolean matchObject(
      Operand[] keys, Operand[] members, @Nullable Value[] frame, ObjectValue object, Trail trail) {
    if (object.size() != keys.length) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      Value key = value(keys[i], frame);
      Value member = key == null ? null : object.get(key);
      if (member == null || !match(members[i], frame, member, trail)) {
        return false;
      }
    }
    return true;
  }

  /// Makes two patterns of one frame equal by binding slots; false when they cannot be.
  public static boolean unify(Operand left, Operand right, @Nullable Value[] frame, Trail trail) {
    if (left instanceof Operand.Local || left instanceof Operand.Constant) {
      Value value = value(left, frame);
      if (value != null) {
        return match(right, frame, value, trail);
      }
    }
    Value value = value(right, frame);
    if (value != null) {
      return match(left, frame, value, trail);
    }
    value = value(left, frame);
    if (value != null) {
      return match(right, frame, value, trail);
    }
    return switch (left) {
      case Operand.ArrayOf(Operand[] items)
          when right instanceof Operand.ArrayOf(Operand[] others)
              && items.length == others.length ->
          unifyAll(items, others, frame, trail);
      case Operand.ObjectOf l when right instanceof Operand.ObjectOf r ->
          unifyObjects(l, r, frame, trail);
      default -> false;
    };
  }

  /// Makes a pattern agree with what is known of another one, which has a frame of its own, as far
  /// as slots can tell: where both are free, nothing is bound. False when they cannot agree.
  public static boolean agree(
      Operand pattern,
      @Nullable Value[] frame,
      Operand other,
      @Nullable Value[] otherFrame,
      Trail trail) {
    Value value = value(other, otherFrame);
    if (value != null) {
      return match(pattern, frame, value, trail);
    }
    value = value(pattern, frame);
    if (value != null) {
      return match(other, otherFrame, value, trail);
    }
    return switch (other) {
      case Operand.ArrayOf(Operand[] items)
          when pattern instanceof Operand.ArrayOf(Operand[] own) -> {
        boolean agree = own.length == items.length;
        for (int i = 0; i < items.length && agree; i++) {
          agree = agree(own[i], frame, items[i], otherFrame, trail);
        }
        yield agree;
      }
      case Operand.ObjectOf(Operand[] keys, Operand[] members)
          when pattern instanceof Operand.ObjectOf own -> {
        boolean agree = own.keys().length == keys.length;
        for (int i = 0; i < keys.length && agree; i++) {
          Value key = value(keys[i], otherFrame);
          Operand member = key == null ? null : member(own, key, frame);
          agree = member != null && agree(member, frame, members[i], otherFrame, trail);
        }
        yield agree;
      }
      default -> pattern instanceof Operand.Local || other instanceof Operand.Local;
    };
  }

  private static boolean unifyAll(
      Operand[] left, Operand[] right, @Nullable Value[] frame, Trail trail) {
    for (int i = 0; i < left.length; i++) {
      if (!unify(left[i], right[i], frame, trail)) {
        return false;
      }
    }
    return true;
  }

  private static boolean unifyObjects(
      Operand.ObjectOf left, Operand.ObjectOf right, @Nullable Value[] frame, Trail trail) {
    if (left.keys().length != right.keys().length) {
      return false;
    }
    for (int i = 0; i < left.keys().length; i++) {
      Value key = value(left.keys()[i], frame);
      Operand other = key == null ? null : member(right, key, frame);
      if (other == null || !unify(left.values()[i], other, frame, trail)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Operand member(
      Operand.ObjectOf object, Value key, @Nullable Value[] frame) {
    for (int i = 0; i < object.keys().length; i++) {
      if (key.equals(value(object.keys()[i], frame))) {
        return object.values()[i];
      }
    }
    return null;
  }
}
