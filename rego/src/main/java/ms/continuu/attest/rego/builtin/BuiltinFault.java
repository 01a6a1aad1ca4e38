package ms.continuu.attest.rego.builtin;

/// A built-in's refusal of its operands. Cheap: it has no stack trace.
public final class BuiltinFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /// What the fault means for the query.
  public enum Kind {
    /// An operand of a wrong type: `eval_type_error`.
    TYPE,
    /// Anything else: `eval_builtin_error`.
    BUILTIN,
    /// Ends the query even when evaluation is not strict, as a cancelled or forbidden effect does.
    HALT
  }

  public BuiltinFault(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /// The fault `message`; the evaluator puts the built-in's name in front.
  public static BuiltinFault of(String message) {
    return new BuiltinFault(Kind.BUILTIN, message);
  }

  public Kind kind() {
    return kind;
  }
}
