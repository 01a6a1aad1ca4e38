package ms.continuu.attest.rego.interpret;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.ir.Statement.Modifier;
import ms.continuu.attest.rego.ir.Statement.Replacement;
import ms.continuu.attest.rego.runtime.BaseDocuments.Targets;
import ms.continuu.attest.rego.runtime.Documents;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `with`: runs a statement while others documents or functions are in force.
final class Modifiers {
  private static final Value[][] NO_PATHS = {};

  private final Machine m;

  Modifiers(Machine machine) {
    m = machine;
  }

  /// Tries a statement with modifiers for a single solution.
  Outcome direct(Activation a, Statement statement) {
    WithScope scope = scope(a, statement);
    scope.enter();
    Outcome outcome = m.bodies.direct(a, statement);
    scope.leave();
    return outcome;
  }

  /// Runs a statement for all of its solutions.
  @Nullable Exit perform(Step step) {
    if (step.statement.modifiers().length == 0) {
      return m.bodies.perform(step);
    }
    WithScope scope = scope(step.activation, step.statement);
    step.scope = scope;
    scope.enter();
    Exit exit = m.bodies.perform(step);
    scope.leave();
    return exit;
  }

  private WithScope scope(Activation a, Statement statement) {
    Value input = m.input;
    Value data = m.documents.replacement();
    Mock mocks = m.mocks;
    List<Value[]> paths = new ArrayList<>();
    for (Modifier modifier : statement.modifiers()) {
      switch (modifier) {
        case Modifier.ReplaceInput(Value[] path, var operand) ->
            input = replaced(input, path, value(operand, a), statement);
        case Modifier.ReplaceData(Value[] path, var operand) -> {
          data = replaced(data, path, value(operand, a), statement);
          paths.add(path);
        }
        case Modifier.ReplaceFunction(var target, Replacement replacement) ->
            mocks =
                switch (replacement) {
                  case Replacement.ByValue(Operand.Reference document) ->
                      new Mock(target, null, document, null, mocks);
                  case Replacement.ByValue(var operand) ->
                      new Mock(target, value(operand, a), null, null, mocks);
                  case Replacement.ByCallable(var callable) ->
                      new Mock(target, null, null, callable, mocks);
                };
      }
    }
    Targets targets = m.documents.targets();
    if (!paths.isEmpty()) {
      targets = new Targets(paths.toArray(NO_PATHS), targets);
    }
    return new WithScope(a, input, data, targets, mocks);
  }

  private Value value(Operand operand, Activation a) {
    Value value =
        operand.isComputed() ? m.references.evaluate(operand, a) : Patterns.value(operand, a.slots);
    if (value == null || value == References.MANY) {
      throw new IllegalStateException("the value of a `with` is not bound");
    }
    return value;
  }

  private static Value replaced(
      @Nullable Value document, Value[] path, Value part, Statement statement) {
    for (Value key : path) {
      if (!(key instanceof StringValue)) {
        throw new EvaluationError(
            EvaluationError.CONFLICT, "bad document path", statement.location());
      }
    }
    return Documents.replaced(document, path, 0, part);
  }
}
