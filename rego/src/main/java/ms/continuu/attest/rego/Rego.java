package ms.continuu.attest.rego;

import ms.continuu.attest.rego.builtin.BuiltinRegistry;
import ms.continuu.attest.rego.builtin.Builtins;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.interpret.SharedCache;

/// The engine: checked programs and queries become runnable. Keeps what runs may share, such as
/// compiled patterns.
///
/// Text becomes a tree by [ms.continuu.attest.rego.syntax.Parser], trees a program by
/// [ms.continuu.attest.rego.check.Compilation].
public final class Rego {
  private final BuiltinRegistry builtins;
  private final SharedCache shared = new SharedCache();

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
    return new Policies(program, builtins, shared);
  }

  /// A runnable program; safe to use from any thread.
  public static final class Policies {
    private final CheckedProgram program;
    private final Preparation preparation;

    private Policies(CheckedProgram program, BuiltinRegistry builtins, SharedCache shared) {
      this.program = program;
      preparation = new Preparation(program, builtins, shared);
    }

    public CheckedProgram program() {
      return program;
    }

    /// Makes a query runnable.
    public PreparedQuery prepare(CheckedQuery query) {
      return preparation.prepare(query);
    }
  }

  /// A runnable query; safe to use from any thread.
  public interface PreparedQuery {
    Evaluation run(EvaluationRequest request);
  }
}
