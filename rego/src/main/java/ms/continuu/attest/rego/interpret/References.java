package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.runtime.Documents;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.rego.runtime.WrittenOrder;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Paths into documents. A key that is not bound yet stands for every key.
final class References {
  /// Stands for many values; recognised by identity.
  static final Value MANY = ArrayValue.owning(new Value[] {StringValue.of("many")});

  private final Machine m;

  References(Machine machine) {
    m = machine;
  }

  /// The one value of an operand, null for undefined, or [#MANY].
  @Nullable Value evaluate(Operand operand, Activation a) {
    return switch (operand) {
      case Operand.LocalReference(var head, Operand[] path) -> {
        Value document = head == null ? null : a.slots[head.slot()];
        yield document == null ? null : follow(document, path, 0, a);
      }
      case Operand.InputReference(Operand[] path) -> {
        Value document = m.input;
        yield document == null ? null : follow(document, path, 0, a);
      }
      case Operand.DataReference data -> m.virtual.evaluate(data, a);
      case Operand.Comprehension comprehension -> m.closures.value(comprehension, a);
      default -> Patterns.value(operand, a.slots);
    };
  }

  /// The part of a document at the rest of a path.
  static @Nullable Value follow(Value document, Operand[] path, int from, Activation a) {
    Value found = document;
    for (int i = from; i < path.length; i++) {
      Value key = Patterns.value(path[i], a.slots);
      if (key == null) {
        return MANY;
      }
      found = Documents.member(found, key);
      if (found == null) {
        return null;
      }
    }
    return found;
  }

  /// Every value of a reference.
  @Nullable Exit solutions(
      Operand.Reference reference, Activation a, @Nullable Operand wanted, Answer answer) {
    return switch (reference) {
      case Operand.LocalReference(var head, Operand[] path) -> {
        Value document = head == null ? null : a.slots[head.slot()];
        yield document == null ? null : new Walk(path, a, wanted, answer).from(document, 0);
      }
      case Operand.InputReference(Operand[] path) -> {
        Value document = m.input;
        yield document == null ? null : new Walk(path, a, wanted, answer).from(document, 0);
      }
      case Operand.DataReference data -> m.virtual.solutions(data, a, wanted, answer);
    };
  }

  /// Follows a path through a document wherever it may lead.
  static final class Walk {
    private final Operand[] path;
    private final Activation a;
    private final @Nullable Operand wanted;
    private final Answer answer;

    Walk(Operand[] path, Activation activation, @Nullable Operand wanted, Answer answer) {
      this.path = path;
      a = activation;
      this.wanted = wanted;
      this.answer = answer;
    }

    @Nullable Exit from(Value document, int at) {
      if (at < path.length && a.machine.telling) {
        a.machine.told.forgetHead();
      }
      Value found = document;
      for (int i = at; i < path.length; i++) {
        Value key = Patterns.value(path[i], a.slots);
        if (key == null) {
          return enumerate(found, i);
        }
        found = Documents.member(found, key);
        if (found == null) {
          return null;
        }
      }
      return answer.accept(found);
    }

    private @Nullable Exit enumerate(Value document, int at) {
      return switch (document) {
        case ArrayValue array -> items(array, at);
        case ObjectValue object -> pairs(object, at);
        case SetValue set -> members(set, at);
        default -> null;
      };
    }

    private @Nullable Exit items(ArrayValue array, int at) {
      if (!(path[at] instanceof Operand.Local(int slot))) {
        return null;
      }
      Machine m = a.machine;
      Exit deferred = null;
      for (int i = 0; i < array.size(); i++) {
        int mark = m.trail.mark();
        if (m.telling) {
          m.told.tell(a, NumberValue.of(i), path[at]);
        }
        m.trail.bind(a.slots, slot, NumberValue.of(i));
        Exit exit = from(array.get(i), at + 1);
        m.trail.undo(mark);
        if (exit != null) {
          if (!exit.deferred()) {
            return exit;
          }
          deferred = deferred == null ? exit : deferred;
        }
      }
      return deferred;
    }

    private @Nullable Exit pairs(ObjectValue object, int at) {
      Exit deferred = null;
      Value[] written = object.written();
      int size = written == null ? object.size() : written.length / 2;
      for (int i = 0; i < size; i++) {
        Value key = written == null ? object.keyAt(i) : written[2 * i];
        Value value =
            written == null
                ? object.valueAt(i)
                : WrittenOrder.found(written, key, written[2 * i + 1]);
        Exit exit = pair(key, value, at);
        if (exit != null) {
          if (!exit.deferred()) {
            return exit;
          }
          deferred = deferred == null ? exit : deferred;
        }
      }
      return deferred;
    }

    private @Nullable Exit members(SetValue set, int at) {
      if (at == path.length - 1
          && wanted != null
          && !wanted.isComputed()
          && set.written() == null) {
        Value sought = Patterns.value(wanted, a.slots);
        if (sought != null) {
          return set.contains(sought) ? pair(sought, sought, at) : null;
        }
      }
      Exit deferred = null;
      Value[] written = set.written();
      int size = written == null ? set.size() : written.length;
      for (int i = 0; i < size; i++) {
        Value member = written == null ? set.at(i) : written[i];
        Exit exit = pair(member, member, at);
        if (exit != null) {
          if (!exit.deferred()) {
            return exit;
          }
          deferred = deferred == null ? exit : deferred;
        }
      }
      return deferred;
    }

    private @Nullable Exit pair(Value key, Value value, int at) {
      Machine m = a.machine;
      int mark = m.trail.mark();
      boolean matched =
          m.telling
              ? m.told.unify(a, key, path[at])
              : Patterns.match(path[at], a.slots, key, m.trail);
      Exit exit = matched ? from(value, at + 1) : null;
      m.trail.undo(mark);
      return exit;
    }
  }
}
