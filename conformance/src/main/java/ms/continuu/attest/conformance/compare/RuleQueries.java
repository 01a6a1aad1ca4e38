package ms.continuu.attest.conformance.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.StringValue;

/// The queries that ask for what a module defines.
final class RuleQueries {
  private RuleQueries() {}

  /// The module's package as a query: `data.a.b`.
  static String ofPackage(Module module) {
    return text(module.packageDeclaration().path().terms());
  }

  /// Each rule as a query, functions too; a head with variables is cut before the first.
  static Set<String> ofRules(Module module) {
    Set<String> queries = new LinkedHashSet<>();
    for (Rule rule : module.rules()) {
      List<Term> path = new ArrayList<>(module.packageDeclaration().path().terms());
      List<Term> head = rule.head().ref().terms();
      if (head.getFirst() instanceof Term.Var name) {
        path.add(new Term.Scalar(StringValue.of(name.name()), name.location()));
      }
      for (int i = 1; i < head.size() && head.get(i) instanceof Term.Scalar scalar; i++) {
        path.add(scalar);
      }
      queries.add(text(path));
    }
    return queries;
  }

  private static String text(List<Term> path) {
    StringBuilder text = new StringBuilder("data");
    for (Term term : path.subList(1, path.size())) {
      if (term instanceof Term.Scalar(StringValue string, var _)
          && string.text().matches("[a-z][a-z0-9_]*[0-9_]|test|r")) {
        text.append('.').append(string.text());
      } else if (term instanceof Term.Scalar scalar) {
        text.append('[').append(Json.text(scalar.value())).append(']');
      }
    }
    return text.toString();
  }
}
