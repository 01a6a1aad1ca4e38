package ms.continuu.attest.rego.interpret;

import java.util.HashMap;
import java.util.Map;
import ms.continuu.attest.rego.ir.Block;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Operand.Comprehension;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.rego.runtime.VirtualCache;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Blocks within blocks: negation, `and`, `or`, `every`, comprehensions.
final class Closures {
  private final Machine m;

  Closures(Machine machine) {
    m = machine;
  }

  /// A block of which only counts whether it has a solution.
  private static final class Condition extends Activation {
    Condition(Activation parent, Block block) {
      super(parent, block);
    }

    @Override
    @Nullable Exit solved() {
      if (machine.tracing) {
        machine.trace.exit(this, block.origin());
        machine.trace.redo(this, block.origin());
      }
      defined = true;
      return null;
    }
  }

  /// Whether a block has a solution, looking for all of them as OPA does.
  boolean isDefined(Activation a, Block block) {
    Condition condition = new Condition(a, block);
    m.bodies.runTraced(condition);
    return condition.defined;
  }

  /// Whether a block has a solution, looking for one.
  boolean holds(Activation a, Block block) {
    Condition condition = new Condition(a, block);
    condition.findOne = true;
    m.bodies.runTraced(condition);
    return condition.defined;
  }

  @Nullable Exit negation(Statement.Negation not, Step step) {
    return isDefined(step.activation, not.block()) ? null : step.proceed();
  }

  /// The members of a domain, each with the body it must satisfy.
  private final class Domain extends Activation {
    private final Statement.Every every;
    private final Statement statement;
    private boolean all = true;

    Domain(Activation parent, Statement.Every every, Statement statement) {
      super(parent, every.generator());
      this.every = every;
      this.statement = statement;
    }

    @Override
    @Nullable Exit solved() {
      if (all) {
        all = holds(this, every.body());
        if (m.tracing) {
          m.trace.redo(this, statement);
        }
      }
      if (all || m.nested) {
        return null;
      }
      findOne = true;
      return Exit.NOW;
    }
  }

  boolean every(Activation a, Statement.Every every, Statement statement) {
    Value domain = Patterns.value(every.domain(), a.slots);
    if (!isCollection(domain)) {
      return false;
    }
    Domain members = new Domain(a, every, statement);
    m.bodies.run(members);
    return members.all;
  }

  @Nullable Exit every(Statement.Every every, Step step) {
    Activation a = step.activation;
    Statement statement = step.statement;
    if (!m.nested) {
      return every(a, every, statement) ? step.proceed() : null;
    }
    if (!isCollection(Patterns.value(every.domain(), a.slots))) {
      m.trace.fail(a, statement);
      return null;
    }
    Domain members = new Domain(a, every, statement);
    m.trace.enter(members, statement.origin());
    m.bodies.run(members);
    if (!members.all) {
      m.trace.fail(members, statement);
      return null;
    }
    try {
      return step.proceed();
    } finally {
      m.trace.exit(members, statement.origin());
    }
  }

  private static boolean isCollection(@Nullable Value value) {
    return value instanceof ArrayValue || value instanceof ObjectValue || value instanceof SetValue;
  }

  /// The value of a comprehension.
  Value value(Comprehension comprehension, Activation a) {
    if (!comprehension.keys().isEmpty()) {
      Value indexed = indexed(comprehension, a);
      if (indexed != null) {
        return indexed;
      }
    }
    Collector collector = new Collector(comprehension);
    m.bodies.runTraced(
        new Gathering(a, comprehension) {
          @Override
          void gather() {
            collector.add(this);
          }
        });
    return collector.value();
  }

  private @Nullable Value indexed(Comprehension comprehension, Activation a) {
    ComprehensionCache cache = a.comprehensions;
    if (cache == null) {
      cache = new ComprehensionCache();
      a.comprehensions = cache;
    }
    Map<VirtualCache.Key, Value> groups = cache.get(comprehension);
    if (groups == null) {
      groups = groups(comprehension, a);
      cache.put(comprehension, groups);
    }
    Value[] keys = keys(comprehension, a.slots);
    return keys == null ? null : groups.get(new VirtualCache.Key(keys));
  }

  private static Value @Nullable [] keys(Comprehension comprehension, @Nullable Value[] slots) {
    return Patterns.values(comprehension.keys().toArray(Operand[]::new), slots);
  }

  /// The results of a comprehension for all values of the variables it is indexed by.
  private Map<VirtualCache.Key, Value> groups(Comprehension comprehension, Activation a) {
    Map<VirtualCache.Key, Collector> collectors = new HashMap<>();
    m.bodies.runTraced(
        new Gathering(a, comprehension, new Value[comprehension.layout().size()]) {
          @Override
          void gather() {
            Value[] keys = keys(comprehension, slots);
            if (keys != null) {
              collectors
                  .computeIfAbsent(
                      new VirtualCache.Key(keys), key -> new Collector(comprehension, true))
                  .add(this);
            }
          }
        });
    Map<VirtualCache.Key, Value> groups = new HashMap<>();
    collectors.forEach((key, collector) -> groups.put(key, collector.value()));
    return groups;
  }

  /// The body of a comprehension being evaluated.
  private abstract static class Gathering extends Activation {
    Gathering(Activation parent, Comprehension comprehension) {
      super(parent, comprehension.body());
    }

    /// With variables of its own.
    Gathering(Activation parent, Comprehension comprehension, @Nullable Value[] slots) {
      super(parent.machine, parent, comprehension.body(), comprehension.layout(), slots);
    }

    abstract void gather();

    @Override
    @Nullable Exit solved() {
      if (!machine.tracing) {
        gather();
        return null;
      }
      machine.trace.exit(this, block.origin());
      try {
        gather();
      } finally {
        machine.trace.redo(this, block.origin());
      }
      return null;
    }
  }
}
