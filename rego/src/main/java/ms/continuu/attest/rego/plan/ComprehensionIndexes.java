package ms.continuu.attest.rego.plan;

import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Term;

/// Finds the comprehensions whose results can be grouped by variables of the body around them.
final class ComprehensionIndexes {
  private ComprehensionIndexes() {}

  static void find(
      Planner planner, Body body, List<Term> parameters, Map<Term, List<String>> found) {}
}
