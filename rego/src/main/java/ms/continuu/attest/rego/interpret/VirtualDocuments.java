package ms.continuu.attest.rego.interpret;

import java.util.Arrays;
import ms.continuu.attest.rego.ir.DocumentNode;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.runtime.Documents;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Paths below `data`, where base documents and the documents of rules meet.
final class VirtualDocuments {
  private final Machine m;

  VirtualDocuments(Machine machine) {
    m = machine;
  }

  /// The one value of a reference, null for undefined, or [References#MANY].
  @Nullable Value evaluate(Operand.DataReference reference, Activation a) {
    Operand[] path = reference.path();
    if (!m.documents.hasReplacements()) {
      RuleSet rules = reference.rules();
      if (rules != null) {
        return rules(rules, path, a);
      }
      Value[] constant = reference.constant();
      if (constant != null && reference.node() == null) {
        return m.documents.resolve(constant, constant.length);
      }
    }
    Value[] plugged = new Value[path.length];
    DocumentNode node = m.program.root();
    for (int i = 0; i < path.length; i++) {
      Value key = Patterns.value(path[i], a.slots);
      if (key == null) {
        return References.MANY;
      }
      plugged[i] = key;
      node = descend(node, plugged, i);
      if (node != null && node.rules() != null) {
        return rules(node.rules(), path, a);
      }
    }
    return extent(plugged, node, a);
  }

  private @Nullable Value rules(RuleSet rules, Operand[] path, Activation a) {
    if (!rules.complete()) {
      return m.partial.evaluate(rules, path, a);
    }
    for (int i = rules.path().length; i < path.length; i++) {
      if (Patterns.value(path[i], a.slots) == null) {
        return References.MANY;
      }
    }
    Value value = m.complete.value(rules, a);
    return value == null ? null : References.follow(value, path, rules.path().length, a);
  }

  /// The node below, unless the path there is replaced.
  private @Nullable DocumentNode descend(@Nullable DocumentNode node, Value[] path, int at) {
    return node == null || m.documents.hasReplacements() && m.documents.isReplaced(path, at + 1)
        ? null
        : node.child(path[at]);
  }

  /// Every value of a reference.
  @Nullable Exit solutions(
      Operand.DataReference reference, Activation a, @Nullable Operand wanted, Answer answer) {
    RuleSet rules = reference.rules();
    if (rules != null && !m.documents.hasReplacements()) {
      return rules(rules, reference.path(), a, wanted, answer);
    }
    Value[] plugged = new Value[reference.path().length];
    return new TreeWalk(reference.path(), plugged, a, wanted, answer).from(m.program.root(), 0);
  }

  private @Nullable Exit rules(
      RuleSet rules, Operand[] path, Activation a, @Nullable Operand wanted, Answer answer) {
    References.Walk walk = new References.Walk(path, a, wanted, answer);
    int length = rules.path().length;
    return rules.complete()
        ? m.complete.solutions(rules, a, value -> walk.from(value, length))
        : m.partial.solutions(rules, path, a, walk);
  }

  /// Follows a path through base and virtual documents wherever it may lead.
  private final class TreeWalk {
    private final Operand[] path;
    private final Value[] plugged;
    private final Activation a;
    private final @Nullable Operand wanted;
    private final Answer answer;

    TreeWalk(
        Operand[] path,
        Value[] plugged,
        Activation activation,
        @Nullable Operand wanted,
        Answer answer) {
      this.path = path;
      this.plugged = plugged;
      a = activation;
      this.wanted = wanted;
      this.answer = answer;
    }

    @Nullable Exit from(@Nullable DocumentNode node, int at) {
      if (at == path.length) {
        Value value = extent(plugged, node, a);
        if (value == null) {
          return null;
        }
        m.reversed = m.telling;
        return answer.accept(value);
      }
      Value key = Patterns.value(path[at], a.slots);
      return key == null ? enumerate(node, at) : next(node, at, key);
    }

    private @Nullable Exit next(@Nullable DocumentNode node, int at, Value key) {
      plugged[at] = key;
      DocumentNode below = descend(node, plugged, at);
      RuleSet rules = below == null ? null : below.rules();
      return rules == null ? from(below, at + 1) : rules(rules, path, a, wanted, answer);
    }

    private @Nullable Exit enumerate(@Nullable DocumentNode node, int at) {
      Value document = m.documents.resolve(plugged, at);
      Exit deferred = null;
      int size = document == null ? 0 : size(document);
      for (int i = 0; i < size && document != null; i++) {
        Exit exit = tryKey(node, at, key(document, i));
        if (exit != null) {
          if (!exit.deferred()) {
            return exit;
          }
          deferred = deferred == null ? exit : deferred;
        }
      }
      return deferred != null || node == null ? deferred : virtual(node, at, document);
    }

    /// The keys that only rules define.
    private @Nullable Exit virtual(DocumentNode node, int at, @Nullable Value document) {
      for (DocumentNode child : node.sorted()) {
        if (document == null || Documents.member(document, child.key()) == null) {
          Exit exit = tryKey(node, at, child.key());
          if (exit != null) {
            return exit;
          }
        }
      }
      return null;
    }

    private @Nullable Exit tryKey(@Nullable DocumentNode node, int at, Value key) {
      int mark = m.trail.mark();
      boolean matched =
          m.telling
              ? m.told.unify(a, key, path[at])
              : Patterns.match(path[at], a.slots, key, m.trail);
      Exit exit = matched ? next(node, at, key) : null;
      m.trail.undo(mark);
      return exit;
    }
  }

  private static int size(Value document) {
    return switch (document) {
      case ArrayValue array -> array.size();
      case ObjectValue object -> object.size();
      case SetValue set -> set.size();
      default -> 0;
    };
  }

  private static Value key(Value document, int rank) {
    return switch (document) {
      case ObjectValue object -> object.keyAt(rank);
      case SetValue set -> set.at(rank);
      default -> NumberValue.of(rank);
    };
  }

  /// The whole document at a path: what is stored there, and what rules define below.
  private @Nullable Value extent(Value[] path, @Nullable DocumentNode node, Activation a) {
    Value base = m.documents.resolve(path, path.length);
    if (node == null) {
      return base;
    }
    Value virtual = leaves(path, node, a);
    return base == null ? virtual : Documents.merge(base, virtual);
  }

  private Value leaves(Value[] path, DocumentNode node, Activation a) {
    ObjectValue.Builder result = ObjectValue.builder();
    for (DocumentNode child : node.sorted()) {
      if (child.hidden()) {
        continue;
      }
      Value[] below = Arrays.copyOf(path, path.length + 1);
      below[path.length] = child.key();
      Value value = child.rules() == null ? leaves(below, child, a) : leaf(below, a);
      if (value != null) {
        result.put(child.key(), value);
      }
    }
    return result.build();
  }

  private @Nullable Value leaf(Value[] path, Activation a) {
    Operand[] constants = new Operand[path.length];
    Arrays.setAll(constants, i -> new Operand.Constant(path[i]));
    Value[] found = {null};
    if (m.telling) {
      m.told.tellTest(a, new Operand.DataReference(constants, path, path.length, null, null));
    }
    new TreeWalk(
            constants,
            path.clone(),
            a,
            null,
            value -> {
              if (m.telling) {
                m.told.tellTest(a, value);
              }
              found[0] = value;
              return null;
            })
        .from(m.program.root(), 0);
    return found[0];
  }
}
