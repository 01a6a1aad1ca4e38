package ms.continuu.attest.rego.ir;

/// What can be called.
public sealed interface Callable permits BuiltinTarget, RuleSet {
  /// The number of arguments that are no output.
  int arity();
}
