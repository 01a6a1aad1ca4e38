package ms.continuu.attest.rego.plan;

import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleIndex;
import org.jspecify.annotations.Nullable;

/// Builds the index over the rules of a set.
final class IndexBuilder {
  private IndexBuilder() {}

  static RuleIndex build(Planner planner, RuleCode[][] chains, @Nullable RuleCode fallback) {
    return new RuleIndex(chains, fallback);
  }
}
