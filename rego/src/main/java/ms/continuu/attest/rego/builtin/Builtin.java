package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The behaviour of a built-in function: operands to a result, or null for undefined.
///
/// A fault is thrown as [BuiltinFault]; the evaluator makes it undefined, or an error when
/// evaluation is strict.
@FunctionalInterface
public interface Builtin {
  @Nullable Value call(BuiltinContext context, Value[] operands) throws BuiltinFault;
}
