package ms.continuu.attest.rego.check;

import java.util.function.Consumer;
import java.util.function.Predicate;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import org.jspecify.annotations.Nullable;

/// Visits trees from the outside in, members of sets and pairs of objects in order of their keys.
/// What asks overrides `enters` of what it looks for; false keeps the walk from going below.
abstract class Walk {

  boolean enters(Term term) {
    return true;
  }

  boolean enters(Expr expr) {
    return true;
  }

  boolean enters(Body body) {
    return true;
  }

  boolean enters(Expr.With with) {
    return true;
  }

  final void visit(Body body) {
    if (enters(body)) {
      body.exprs().forEach(this::visit);
    }
  }

  final void visit(Expr.With with) {
    if (enters(with)) {
      visit(with.target());
      visit(with.value());
    }
  }

  final void visit(Expr expr) {
    if (enters(expr)) {
      parts(expr);
    }
  }

  final void parts(Expr expr) {
    switch (expr.form()) {
      case Expr.Single single -> visit(single.term());
      case Expr.Call call -> call.terms().forEach(this::visit);
      case Expr.Some some -> some.symbols().forEach(this::visit);
      case Expr.Every every -> {
        if (every.key() != null) {
          visit(every.key());
        }
        visit(every.value());
        visit(every.domain());
        visit(every.body());
      }
      case Expr.Not not -> visit(not.body());
      case Expr.And and -> {
        visit(and.left());
        visit(and.right());
      }
      case Expr.Or or -> {
        visit(or.left());
        visit(or.right());
      }
    }
    expr.withs().forEach(this::visit);
  }

  final void visit(@Nullable Term term) {
    if (term != null && enters(term)) {
      parts(term);
    }
  }

  final void parts(Term term) {
    switch (term) {
      case Term.Scalar s -> {}
      case Term.Var v -> {}
      case Term.Ref ref -> ref.terms().forEach(this::visit);
      case Term.ArrayTerm array -> array.items().forEach(this::visit);
      case Term.SetTerm set -> Terms.sorted(set).forEach(this::visit);
      case Term.ObjectTerm object ->
          Terms.sorted(object)
              .forEach(entry -> {
                visit(entry.key());
                visit(entry.value());
              });
      case Term.Call call -> call.terms().forEach(this::visit);
      case Term.ArrayComprehension c -> {
        visit(c.term());
        visit(c.body());
      }
      case Term.SetComprehension c -> {
        visit(c.term());
        visit(c.body());
      }
      case Term.ObjectComprehension c -> {
        visit(c.key());
        visit(c.value());
        visit(c.body());
      }
      case Term.TemplateString template -> {
        for (Term.TemplateString.Part part : template.parts()) {
          switch (part) {
            case Term.TemplateString.Text text -> visit(text.string());
            case Term.TemplateString.Embedded embedded -> visit(embedded.expr());
          }
        }
      }
    }
  }

  /// Parameters, key and value; the ref of the head is not walked.
  final void visit(Rule.Head head) {
    head.args().forEach(this::visit);
    visit(head.key());
    visit(head.value());
  }

  /// Head, body and the rules of `else`.
  final void visit(RuleDraft rule) {
    for (RuleDraft each = rule; each != null; each = each.otherwise) {
      visit(each.head());
      visit(each.body());
    }
  }

  /// Tells a reader every expression, inner ones after outer ones.
  static Walk ofExprs(Predicate<Expr> enters) {
    return new Walk() {
      @Override
      boolean enters(Expr expr) {
        return enters.test(expr);
      }
    };
  }

  /// Tells a reader every term, inner ones after outer ones.
  static Walk ofTerms(Predicate<Term> enters) {
    return new Walk() {
      @Override
      boolean enters(Term term) {
        return enters.test(term);
      }
    };
  }

  /// Tells a reader every variable, whatever it stands for.
  static Walk ofVariables(Consumer<String> reader) {
    return ofTerms(term -> {
      if (term instanceof Term.Var variable) {
        reader.accept(variable.name());
      }
      return true;
    });
  }

  /// Whether a term or a part of it is what is looked for.
  static boolean contains(Term term, Predicate<Term> wanted) {
    boolean[] found = {false};
    ofTerms(
            each -> {
              found[0] = found[0] || wanted.test(each);
              return !found[0];
            })
        .visit(term);
    return found[0];
  }

  /// Whether a term is more than a value and variables: it has to be computed.
  static boolean needsEvaluation(@Nullable Term term) {
    return term != null
        && contains(term, each -> each instanceof Term.Ref || Exprs.isComprehension(each));
  }
}
