package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What is done with each value that an operand turns out to have.
@FunctionalInterface
interface Answer {
  @Nullable Exit accept(Value value);
}
