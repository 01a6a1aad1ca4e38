package ms.continuu.attest.rego.interpret;

/// What became of a statement that was tried for a single solution.
enum Outcome {
  HOLDS,
  FAILS,
  /// It may have many solutions.
  MANY;

  static Outcome of(boolean holds) {
    return holds ? HOLDS : FAILS;
  }
}
