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

  /// Makes the image of a program and a query runnable, as [Policies#image] wrote it. It cannot be
  /// traced, and its faults have places but no texts.
  ///
  /// @throws RuntimeException when the bytes are no image, or of another version
  public PreparedQuery open(byte[] image) {
    return Preparation.open(image, builtins, shared);
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

    /// The program and a query as bytes, for [Rego#open]. Every rule is planned for it.
    public byte[] image(CheckedQuery query) {
      return preparation.image(query);
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
