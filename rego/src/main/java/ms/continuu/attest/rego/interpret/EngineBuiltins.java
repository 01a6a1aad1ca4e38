package ms.continuu.attest.rego.interpret;

import java.util.Set;
import ms.continuu.attest.rego.builtin.BuiltinFault;
import ms.continuu.attest.rego.builtin.Operands;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The built-ins that tell of the run itself, to its printer or its tracers.
final class EngineBuiltins {
  private static final Set<String> NAMES = Set.of("internal.print", "internal.test_case", "trace");

  private final Machine m;

  EngineBuiltins(Machine machine) {
    m = machine;
  }

  boolean does(String name) {
    return NAMES.contains(name);
  }

  @Nullable Value call(String name, Value[] arguments, Activation a, Location location)
      throws BuiltinFault {
    switch (name) {
      case "internal.print" -> print(arguments, location);
      case "trace" -> {
        String text = Operands.text(arguments, 1);
        if (m.tracing) {
          m.trace.note(a, text, location);
        }
        return BooleanValue.TRUE;
      }
      default -> {
        if (m.tracing) {
          m.trace.testCase(a, arguments, location);
        }
      }
    }
    return NullValue.NULL;
  }

  /// Each operand is a set of the values that it may have; one line is printed for each choice.
  private void print(Value[] arguments, Location location) throws BuiltinFault {
    RunOptions.PrintSink sink = m.options.prints();
    if (sink == null) {
      return;
    }
    if (!m.nested && !m.effects) {
      throw new Unsettled();
    }
    m.effects = true;
    ArrayValue operands = Operands.array(arguments, 1);
    print(operands, new String[operands.size()], 0, sink, location);
  }

  private void print(
      ArrayValue operands, String[] texts, int at, RunOptions.PrintSink sink, Location location) {
    if (at == texts.length) {
      sink.print(location, String.join(" ", texts));
      return;
    }
    switch (operands.get(at)) {
      case SetValue set when set.size() == 0 -> {
        texts[at] = "<undefined>";
        print(operands, texts, at + 1, sink, location);
      }
      case SetValue set -> {
        for (int i = 0; i < set.size(); i++) {
          texts[at] = text(set.at(i));
          print(operands, texts, at + 1, sink, location);
        }
      }
      case ArrayValue array -> throw illegal(array, location);
      case ObjectValue object -> throw illegal(object, location);
      case Value scalar -> {
        texts[at] = text(scalar);
        print(operands, texts, at + 1, sink, location);
      }
    }
  }

  private static EvaluationError illegal(Value value, Location location) {
    return new EvaluationError(
        EvaluationError.INTERNAL, "illegal argument type: " + value.typeName(), location);
  }

  private static String text(Value value) {
    return value instanceof StringValue string ? string.text() : value.toString();
  }
}
