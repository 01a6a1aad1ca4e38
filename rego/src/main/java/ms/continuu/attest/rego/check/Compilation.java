package ms.continuu.attest.rego.check;

import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// The outcome of a check: a program, or all that keeps the modules from being one.
///
/// @param program null when there are diagnostics
public record Compilation(@Nullable CheckedProgram program, List<Diagnostic> diagnostics) {
  public Compilation {
    diagnostics = List.copyOf(diagnostics);
  }

  /// Checks modules; their names are those of their sources and must differ.
  public static Compilation of(List<Module> modules, CompileOptions options) {
    throw new IllegalStateException("comes with the check");
  }

  /// The outcome of checking a query.
  public record Query(@Nullable CheckedQuery query, List<Diagnostic> diagnostics) {
    public Query {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Checks a query against a program.
  public static Query ofQuery(CheckedProgram program, Body query, QueryOptions options) {
    throw new IllegalStateException("comes with the check");
  }
}
