package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.builtin.Builtin;
import ms.continuu.attest.rego.builtin.BuiltinFault;
import ms.continuu.attest.rego.ir.BuiltinTarget;
import ms.continuu.attest.rego.ir.Callable;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Calls of built-ins and of functions, and of what `with` puts in their place.
final class Calls {
  private final Machine m;
  private final CallContext context;
  private final EngineBuiltins engine;

  Calls(Machine machine) {
    m = machine;
    context = new CallContext(machine);
    engine = new EngineBuiltins(machine);
  }

  Outcome direct(Activation a, Statement.CallBuiltin call, Statement statement) {
    return direct(a, call.target(), call.arguments(), call.output(), statement);
  }

  Outcome direct(Activation a, Statement.CallFunction call, Statement statement) {
    return direct(a, call.target(), call.arguments(), call.output(), statement);
  }

  private Outcome direct(
      Activation a,
      Callable target,
      Operand[] operands,
      @Nullable Operand output,
      Statement statement) {
    if (m.mocks != null) {
      Mock mock = Mock.find(m.mocks, target);
      if (mock != null) {
        return replaced(a, mock, operands, output, statement);
      }
    }
    if (target instanceof BuiltinTarget builtin) {
      if (builtin.relation()) {
        return Outcome.MANY;
      }
      Value result = call(builtin, arguments(operands, a, statement), a, statement);
      return result == null
          ? Outcome.FAILS
          : builtin.hasResult() ? accept(a, output, result) : Outcome.HOLDS;
    }
    Value[] arguments = arguments(operands, a, statement);
    Value result = m.functions.value((RuleSet) target, arguments, output, a);
    return result == null ? Outcome.FAILS : accept(a, output, result);
  }

  private Outcome replaced(
      Activation a, Mock mock, Operand[] operands, @Nullable Operand output, Statement statement) {
    Callable callable = mock.callable();
    if (callable == null) {
      return stands(a, mock, output);
    }
    Mock mocks = m.mocks;
    m.mocks = null;
    Outcome outcome = direct(a, callable, operands, output, statement);
    m.mocks = mocks;
    return outcome;
  }

  private Outcome stands(Activation a, Mock mock, @Nullable Operand output) {
    Operand.Reference document = mock.document();
    if (document != null && output == null) {
      return Outcome.HOLDS;
    }
    Value value = document == null ? mock.value() : m.references.evaluate(document, a);
    if (value == References.MANY) {
      return Outcome.MANY;
    }
    return value == null ? Outcome.FAILS : accept(a, output, value);
  }

  private Outcome accept(Activation a, @Nullable Operand output, Value result) {
    return output == null
        ? Outcome.of(result != BooleanValue.FALSE)
        : m.unification.matches(output, a, result);
  }

  @Nullable Exit solutions(Statement.CallBuiltin call, Step step) {
    return solutions(call.target(), call.arguments(), call.output(), step);
  }

  @Nullable Exit solutions(Statement.CallFunction call, Step step) {
    return solutions(call.target(), call.arguments(), call.output(), step);
  }

  private @Nullable Exit solutions(
      Callable target, Operand[] operands, @Nullable Operand output, Step step) {
    Activation a = step.activation;
    Mock mock = Mock.find(m.mocks, target);
    if (mock != null) {
      Callable callable = mock.callable();
      if (callable == null) {
        return stands(mock, output, step);
      }
      step.withoutMocks = new MockPause(m);
      Exit exit = solutions(callable, operands, output, step);
      step.withoutMocks.end();
      step.withoutMocks = null;
      return exit;
    }
    Value[] arguments = arguments(operands, a, step.statement);
    return switch (target) {
      case BuiltinTarget builtin -> builtin(builtin, arguments, output, step);
      case RuleSet function ->
          m.functions.solutions(
              function, arguments, output, a, value -> acceptCall(output, value, step));
    };
  }

  private @Nullable Exit stands(Mock mock, @Nullable Operand output, Step step) {
    Operand.Reference document = mock.document();
    if (document == null) {
      Value value = mock.value();
      return value == null ? null : accept(output, value, step);
    }
    return output == null ? step.proceed() : documentStands(document, output, step);
  }

  private @Nullable Exit documentStands(Operand.Reference document, Operand output, Step step) {
    if (m.telling) {
      m.told.tell(step.activation, output, document);
    }
    return m.unification.evaluate(
        document, step.activation, output, value -> m.unification.match(output, value, step));
  }

  private @Nullable Exit builtin(
      BuiltinTarget builtin, Value[] arguments, @Nullable Operand output, Step step) {
    if (builtin.relation()) {
      return new DocumentWalk(step.activation, output, value -> accept(output, value, step))
          .run(arguments[0]);
    }
    Value result = call(builtin, arguments, step.activation, step.statement);
    if (result == null) {
      return null;
    }
    return builtin.hasResult() ? accept(output, result, step) : step.proceed();
  }

  private @Nullable Exit accept(@Nullable Operand output, Value result, Step step) {
    if (output != null) {
      return m.unification.matchOutput(output, result, step);
    }
    return result == BooleanValue.FALSE ? null : step.proceed();
  }

  private @Nullable Exit acceptCall(@Nullable Operand output, Value result, Step step) {
    if (m.telling) {
      m.told.forgetHead();
    }
    if (output != null) {
      return m.unification.matchSilently(output, result, step);
    }
    return result == BooleanValue.FALSE ? null : step.proceed();
  }

  private static Value[] arguments(Operand[] operands, Activation a, Statement statement) {
    Value[] arguments = Patterns.values(operands, a.slots);
    if (arguments == null) {
      throw new EvaluationError(
          EvaluationError.INTERNAL,
          "a call has an operand that is not bound",
          statement.location());
    }
    return arguments;
  }

  /// The result of a built-in, null when it has none. A built-in without results answers null, the
  /// value.
  private @Nullable Value call(
      BuiltinTarget target, Value[] arguments, Activation a, Statement statement) {
    Location location = statement.location();
    try {
      Builtin behaviour = target.behaviour();
      if (engine.does(target.name())) {
        return engine.call(target.name(), arguments, a, location);
      }
      if (behaviour == null) {
        throw new EvaluationError(
            EvaluationError.INTERNAL, "unsupported built-in: " + target.name(), location);
      }
      Value result = behaviour.call(context.at(location), arguments);
      return result == null && !target.hasResult() ? NullValue.NULL : result;
    } catch (BuiltinFault fault) {
      return fault(target, fault, a, location);
    } catch (EvaluationError error) {
      boolean isBare = error.code().equals(EvaluationError.CANCELLED) && error.stack().isEmpty();
      throw isBare ? error.at(StackTraces.of(a)) : error;
    }
  }

  private @Nullable Value fault(
      BuiltinTarget target, BuiltinFault fault, Activation a, Location location) {
    if (m.budget.isCancelled()) {
      throw m.budget.cancelled().at(StackTraces.of(a));
    }
    String code =
        fault.kind() == BuiltinFault.Kind.TYPE ? EvaluationError.TYPE : EvaluationError.BUILTIN;
    EvaluationError error =
        new EvaluationError(code, target.name() + ": " + fault.getMessage(), location);
    if (fault.kind() == BuiltinFault.Kind.HALT) {
      throw error;
    }
    if (m.options.strictBuiltinErrors() || m.options.keepBuiltinErrors()) {
      if (!m.nested && !m.effects) {
        throw new Unsettled();
      }
      m.builtinErrors.add(error.at(StackTraces.of(a)));
    }
    return null;
  }
}
