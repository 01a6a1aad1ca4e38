package ms.continuu.attest.rego.check;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;

/// Where errors say that resolved refs stand. All refs to rules of a module's own package share
/// their first terms in OPA, and so the place of the last one; so do all refs to one import.
final class SharedPlaces {
  /// What is shared: by all names of a package, or by an import's.
  ///
  /// @param scope the module or query
  record Owner(Object scope, String name) {}

  private final IdentityHashMap<Term, Owner> owners = new IdentityHashMap<>();
  private final Map<Owner, Location> last = new HashMap<>();

  void add(Term head, Owner owner) {
    owners.put(head, owner);
    last.put(owner, head.location());
  }

  /// The rule with its resolved refs in the places that errors name.
  Rule moved(Rule rule) {
    Rewriter moving = new Moving();
    return rule.withHead(moving.head(rule.head())).withBody(moving.body(rule.body()));
  }

  Body moved(Body body) {
    return new Moving().body(body);
  }

  private final class Moving extends Rewriter {
    @Override
    Term term(Term term) {
      Owner owner = owners.get(term);
      Location place = owner == null ? null : last.get(owner);
      return place != null && term instanceof Term.Var variable
          ? new Term.Var(variable.name(), place)
          : parts(term);
    }
  }
}
