package ms.continuu.attest.rego.check;

import java.util.Map;
import java.util.SortedMap;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.types.TypeEnv;

/// Modules that passed every check, rewritten as OPA's compiler rewrites them: variables resolved
/// to `data.…` refs, locals renamed (`__local0__`), nested calls and comprehensions' refs lifted,
/// bodies ordered so that every variable is bound before it is needed.
///
/// @param modules by name, rewritten
/// @param parsed by name, as they were parsed
/// @param rules the rewritten rules by path
/// @param rewrittenVars what the user called a generated variable
public record CheckedProgram(
    CompileOptions options,
    SortedMap<String, Module> modules,
    SortedMap<String, Module> parsed,
    RuleTree rules,
    Map<String, String> rewrittenVars,
    TypeEnv types) {
  public CheckedProgram {
    rewrittenVars = Map.copyOf(rewrittenVars);
  }
}
