package ms.continuu.attest.rego.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.rego.ir.Layout;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Unification that tells tracers each pair of terms it meets, in OPA's order.
final class ToldUnification {
  private static final Side NAMELESS = new Side(null, new Term.Var("$_term", Location.NONE), null);

  private final Machine m;

  /// The value at hand as the head of its rule writes it, or null.
  private @Nullable Side head;

  ToldUnification(Machine machine) {
    m = machine;
  }

  /// One of the terms: a value, or an operand over a frame.
  ///
  /// @param shown how it is written while it has no value
  private record Side(@Nullable Value value, Term shown, @Nullable Place place) {
    Term term() {
      return value == null ? shown : new Term.Scalar(value, Location.NONE);
    }
  }

  private record Place(Operand operand, @Nullable Value[] slots, Layout layout) {}

  private static Side side(Value value) {
    return new Side(value, new Term.Scalar(value, Location.NONE), null);
  }

  /// An operand; a variable that is bound is its value.
  private static Side side(Operand operand, @Nullable Value[] slots, Layout layout) {
    Value value =
        switch (operand) {
          case Operand.Constant(Value constant) -> constant;
          case Operand.Local(int slot) -> slots[slot];
          default -> null;
        };
    return new Side(value, shape(operand, layout), new Place(operand, slots, layout));
  }

  /// The value that is answered next is that of a rule; it is shown as the rule's head has it.
  void answersWith(RuleActivation rule) {
    Operand value = rule.rule.value();
    head =
        value == null || value instanceof Operand.Local || value instanceof Operand.Constant
            ? null
            : side(value, rule.slots, rule.layout);
  }

  /// The value at hand is but a part of a rule's.
  void forgetHead() {
    head = null;
  }

  private Side found(Value value) {
    Side written = head;
    head = null;
    return written == null ? side(value) : written;
  }

  /// Tells that two operands of a query are unified.
  void tell(Activation a, Operand left, Operand right) {
    tell(a, side(left, a.slots, a.layout), side(right, a.slots, a.layout));
  }

  void tell(Activation a, Value left, Operand right) {
    tell(a, side(left), side(right, a.slots, a.layout));
  }

  /// The same of a value that has been found: that of a whole document comes second.
  void tellFound(Activation a, Value found, Operand other) {
    Side left = found(found);
    Side right = side(other, a.slots, a.layout);
    if (m.reversed) {
      m.reversed = false;
      tell(a, right, left);
    } else {
      tell(a, left, right);
    }
  }

  /// Tells that the value of a term on its own is looked at.
  void tellTest(Activation a, Operand operand) {
    tell(a, side(operand, a.slots, a.layout), NAMELESS);
  }

  void tellTest(Activation a, Value found) {
    if (m.reversed) {
      m.reversed = false;
      tell(a, NAMELESS, side(found));
    } else {
      tell(a, found(found), NAMELESS);
    }
  }

  private void tell(Activation a, Side left, Side right) {
    m.trace.unify(a, left.term(), right.term());
  }

  boolean unify(Activation a, Operand left, Operand right) {
    return unify(a, side(left, a.slots, a.layout), side(right, a.slots, a.layout));
  }

  boolean unify(Activation a, Value left, Operand right) {
    return unify(a, side(left), side(right, a.slots, a.layout));
  }

  boolean unifyFound(Activation a, Value found, Operand pattern) {
    return unify(a, found(found), side(pattern, a.slots, a.layout));
  }

  boolean unify(Activation a, Operand left, Value right) {
    return unify(a, side(left, a.slots, a.layout), side(right));
  }

  /// Tells of a result that is known; it is matched elsewhere.
  void unifyKnown(Activation a, Operand output, Value known) {
    int mark = m.trail.mark();
    unify(a, output, known);
    m.trail.undo(mark);
  }

  /// What a caller gives with what a rule takes.
  boolean unify(Activation rule, Operand given, Activation caller, Operand taken) {
    return unify(
        rule, side(given, caller.slots, caller.layout), side(taken, rule.slots, rule.layout));
  }

  private boolean unify(Activation a, Side left, Side right) {
    tell(a, left, right);
    Value l = left.value;
    Value r = right.value;
    if (isFree(left) || isFree(right)) {
      return bind(left, right);
    }
    int length = length(left);
    if (length >= 0 && length(right) >= 0) {
      return length == length(right) && items(a, left, right, length);
    }
    if (isObject(left) && isObject(right)) {
      return objects(a, left, right);
    }
    if (l != null && r != null) {
      return l.equals(r);
    }
    return matches(left, right);
  }

  private static boolean isFree(Side side) {
    return side.value == null && side.place != null && side.place.operand instanceof Operand.Local;
  }

  private boolean bind(Side left, Side right) {
    Side free = isFree(left) ? left : right;
    Side other = isFree(left) ? right : left;
    Value value = other.value;
    if (value == null && other.place != null) {
      value = Patterns.value(other.place.operand, other.place.slots);
    }
    Place place = free.place;
    if (value != null && place != null && place.operand instanceof Operand.Local(int slot)) {
      m.trail.bind(place.slots, slot, value);
    }
    return true;
  }

  private boolean matches(Side left, Side right) {
    Side valued = left.value == null ? right : left;
    Side pattern = left.value == null ? left : right;
    Place place = pattern.place;
    if (place == null) {
      return false;
    }
    Value value = valued.value;
    if (value == null && valued.place != null) {
      value = Patterns.value(valued.place.operand, valued.place.slots);
    }
    return value != null && Patterns.match(place.operand, place.slots, value, m.trail);
  }

  private boolean items(Activation a, Side left, Side right, int length) {
    for (int i = 0; i < length; i++) {
      if (!unify(a, item(left, i), item(right, i))) {
        return false;
      }
    }
    return true;
  }

  /// The length of an array, or -1 for anything else.
  private static int length(Side side) {
    if (side.value instanceof ArrayValue array) {
      return array.size();
    }
    Place place = side.place;
    return side.value == null
            && place != null
            && place.operand instanceof Operand.ArrayOf(Operand[] operands)
        ? operands.length
        : -1;
  }

  /// The item as it is now: those before it may have bound its variables.
  private static Side item(Side side, int index) {
    if (side.value instanceof ArrayValue array) {
      return side(array.get(index));
    }
    Place place = side.place;
    if (place != null && place.operand instanceof Operand.ArrayOf(Operand[] operands)) {
      return side(operands[index], place.slots, place.layout);
    }
    throw new IllegalStateException("no array");
  }

  private static boolean isObject(Side side) {
    return side.value instanceof ObjectValue
        || side.value == null
            && side.place != null
            && side.place.operand instanceof Operand.ObjectOf;
  }

  private boolean objects(Activation a, Side left, Side right) {
    List<Value> keys = keys(left);
    if (keys.size() != keys(right).size()) {
      return false;
    }
    for (Value key : keys) {
      Side one = member(left, key);
      Side two = member(right, key);
      if (one == null || two == null || !unify(a, one, two)) {
        return false;
      }
    }
    return true;
  }

  private static List<Value> keys(Side side) {
    List<Value> keys = new ArrayList<>();
    if (side.value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        keys.add(object.keyAt(i));
      }
      return keys;
    }
    Place place = side.place;
    if (place != null && place.operand instanceof Operand.ObjectOf(var operands, var members)) {
      for (Operand operand : operands) {
        Value key = Patterns.value(operand, place.slots);
        if (key != null) {
          keys.add(key);
        }
      }
      keys.sort(null);
    }
    return keys;
  }

  private static @Nullable Side member(Side side, Value key) {
    if (side.value instanceof ObjectValue object) {
      Value value = object.get(key);
      return value == null ? null : side(value);
    }
    Place place = side.place;
    if (place != null && place.operand instanceof Operand.ObjectOf(var keys, var members)) {
      for (int i = 0; i < keys.length; i++) {
        if (key.equals(Patterns.value(keys[i], place.slots))) {
          return side(members[i], place.slots, place.layout);
        }
      }
    }
    return null;
  }

  /// An operand as it is written, whatever its variables are bound to.
  private static Term shape(Operand operand, Layout layout) {
    Location none = Location.NONE;
    return switch (operand) {
      case Operand.Constant(Value value) -> new Term.Scalar(value, none);
      case Operand.Local(int slot) -> new Term.Var(layout.name(slot), none);
      case Operand.ArrayOf(Operand[] items) -> new Term.ArrayTerm(shapes(items, layout), none);
      case Operand.SetOf(Operand[] items) -> new Term.SetTerm(shapes(items, layout), none);
      case Operand.ObjectOf(Operand[] keys, Operand[] values) -> {
        List<Term.Entry> entries = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
          entries.add(new Term.Entry(shape(keys[i], layout), shape(values[i], layout)));
        }
        yield new Term.ObjectTerm(entries, none);
      }
      case Operand.InputReference(Operand[] path) -> ref(new Term.Var("input", none), path, layout);
      case Operand.DataReference data -> ref(new Term.Var("data", none), data.path(), layout);
      case Operand.LocalReference(var head, Operand[] path) ->
          ref(
              head == null
                  ? new Term.Scalar(StringValue.EMPTY, none)
                  : new Term.Var(layout.name(head.slot()), none),
              path,
              layout);
      case Operand.Comprehension c -> comprehension(c, layout);
    };
  }

  private static Term comprehension(Operand.Comprehension c, Layout layout) {
    Body body = (Body) c.body().origin();
    Term value = shape(c.value(), layout);
    Operand key = c.key();
    return switch (c.kind()) {
      case ARRAY -> new Term.ArrayComprehension(value, body, Location.NONE);
      case SET -> new Term.SetComprehension(value, body, Location.NONE);
      case OBJECT ->
          new Term.ObjectComprehension(
              key == null ? value : shape(key, layout), value, body, Location.NONE);
    };
  }

  private static Term ref(Term head, Operand[] path, Layout layout) {
    List<Term> terms = new ArrayList<>();
    terms.add(head);
    terms.addAll(shapes(path, layout));
    return new Term.Ref(terms, Location.NONE);
  }

  private static List<Term> shapes(Operand[] operands, Layout layout) {
    return Arrays.stream(operands).map(operand -> shape(operand, layout)).toList();
  }
}
