package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.Callable;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A function or built-in that `with` replaces, in a list with the innermost first.
///
/// @param value what stands for every call, or null
/// @param document a document that stands for every call as it is then, or null
/// @param callable what is called instead, or null
record Mock(
    Callable target,
    @Nullable Value value,
    Operand.@Nullable Reference document,
    @Nullable Callable callable,
    @Nullable Mock outer) {

  static @Nullable Mock find(@Nullable Mock mocks, Callable wanted) {
    for (Mock mock = mocks; mock != null; mock = mock.outer) {
      if (mock.target == wanted) {
        return mock;
      }
    }
    return null;
  }
}
