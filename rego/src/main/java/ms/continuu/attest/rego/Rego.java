package ms.continuu.attest.rego;

import ms.continuu.attest.rego.builtin.BuiltinRegistry;
import ms.continuu.attest.rego.builtin.Builtins;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.CheckedQuery;

/// The engine: checked programs and queries become runnable. Keeps what runs may share, such as
/// compiled patterns.
///
/// Text becomes a tree by [ms.continuu.attest.rego.syntax.Parser], trees a program by
/// [ms.continuu.attest.rego.check.Compilation].
public final class Rego {
  private final BuiltinRegistry builtins;

  /// An engine with these built-ins.
  public Rego(BuiltinRegistry builtins) {
    this.builtins = builtins;
  }

  /// An engine with the built-ins of OPA.
  public static Rego standard() {
    return new Rego(Builtins.standard());
  }

  /// Makes a program runnable.
  public Policies load(CheckedProgram program) {
    return new Policies(program, builtins);
  }

  /// A runnable program; safe to use from any thread.
  public static final class Policies {
    private final CheckedProgram program;
    private final BuiltinRegistry builtins;

    private Policies(CheckedProgram program, BuiltinRegistry builtins) {
      this.program = program;
      this.builtins = builtins;
    }

    public CheckedProgram program() {
      return program;
    }

    /// Makes a query runnable.
    public PreparedQuery prepare(CheckedQuery query) {
      throw new IllegalStateException("comes with the evaluator " + builtins);
    }
  }

  /// A runnable query; safe to use from any thread.
  public interface PreparedQuery {
    Evaluation run(EvaluationRequest request);
  }
}
