package ms.continuu.attest.rego.check;

import java.util.Map;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.types.TypeEnv;

/// A query that passed every check, rewritten as OPA rewrites it.
///
/// @param rewrittenVars what the user called a generated variable
public record CheckedQuery(Body body, Map<String, String> rewrittenVars, TypeEnv types) {
  public CheckedQuery {
    rewrittenVars = Map.copyOf(rewrittenVars);
  }
}
