package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.runtime.Documents;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Asks indexes which rules may hold.
final class RuleLookup implements RuleIndex.Resolver {
  private static final Value[] NO_ARGUMENTS = {};

  private final Machine m;
  private Value[] arguments = NO_ARGUMENTS;

  RuleLookup(Machine machine) {
    m = machine;
  }

  RuleIndex.Match find(RuleSet set, Activation a) {
    return find(set, NO_ARGUMENTS, a);
  }

  RuleIndex.Match find(RuleSet set, Value[] values, Activation a) {
    RuleIndex index = set.rules().index();
    arguments = values;
    RuleIndex.Match match = m.options.indexing() ? index.lookup(this) : index.all();
    if (m.tracing) {
      m.trace.index(a, set, match, m.options.earlyExit());
    }
    return match;
  }

  @Override
  public boolean hasArguments() {
    return arguments.length > 0;
  }

  @Override
  public Value argument(int position) {
    return arguments[position];
  }

  @Override
  public @Nullable Value input(Value[] path) {
    return Documents.find(m.input, path, 0, path.length);
  }

  @Override
  public @Nullable Value data(Value[] path) {
    return m.documents.resolve(path, path.length);
  }
}
