package ms.continuu.attest.rego.interpret;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.ir.DocumentNode;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The documents of rules that a node refers to, as far as their values have been found.
final class KnownDocuments {
  private KnownDocuments() {}

  static Map<String, Value> of(Object node, Machine m) {
    Map<String, Value> found = new HashMap<>();
    switch (node) {
      case Expr expr -> visit(expr, m, found);
      case Body body -> body.exprs().forEach(expr -> visit(expr, m, found));
      default -> {}
    }
    return found;
  }

  private static void visit(Expr expr, Machine m, Map<String, Value> found) {
    switch (expr.form()) {
      case Expr.Single(Term term) -> visit(term, m, found);
      case Expr.Call call -> call.terms().forEach(term -> visit(term, m, found));
      default -> {}
    }
  }

  private static void visit(Term term, Machine m, Map<String, Value> found) {
    if (term instanceof Term.Ref ref) {
      int end = 1;
      while (end < ref.terms().size() && Terms.isGround(ref.terms().get(end))) {
        end++;
      }
      Value value = value(ref.terms().subList(0, end), m);
      if (value != null) {
        found.put(TermText.ofRef(ref.terms().subList(0, end)), value);
      }
    }
  }

  private static @Nullable Value value(List<Term> terms, Machine m) {
    if (!(terms.getFirst() instanceof Term.Var head) || !head.name().equals("data")) {
      return null;
    }
    DocumentNode node = m.program.root();
    for (Term part : terms.subList(1, terms.size())) {
      node = part instanceof Term.Scalar scalar ? node.child(scalar.value()) : null;
      if (node == null) {
        return null;
      }
    }
    return node.rules() != null && m.cache.document(node.rules().id()) instanceof Value value
        ? value
        : null;
  }
}
