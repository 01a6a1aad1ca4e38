package ms.continuu.attest.rego.syntax;

import ms.continuu.attest.value.Location;

/// What a text consists of.
sealed interface Statement {
  Location location();

  record PackageStatement(Module.Package declaration) implements Statement {
    @Override
    public Location location() {
      return declaration.location();
    }
  }

  record ImportStatement(Module.Import declaration) implements Statement {
    @Override
    public Location location() {
      return declaration.location();
    }
  }

  record RuleStatement(Rule rule) implements Statement {
    @Override
    public Location location() {
      return rule.location();
    }
  }

  /// A query; in a module, a rule that looks like one.
  record BodyStatement(Body body) implements Statement {
    @Override
    public Location location() {
      return body.location();
    }
  }
}
