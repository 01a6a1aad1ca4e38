package ms.continuu.attest.rego.interpret;

import org.jspecify.annotations.Nullable;

/// While what stands in for a function is called, no function is replaced; what comes behind the
/// call sees the replacements again.
final class MockPause {
  private final Machine m;
  private final @Nullable Mock mocks;

  MockPause(Machine machine) {
    m = machine;
    mocks = machine.mocks;
    machine.mocks = null;
  }

  void begin() {
    m.mocks = null;
  }

  void end() {
    m.mocks = mocks;
  }
}
