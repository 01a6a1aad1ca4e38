package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import org.jspecify.annotations.Nullable;

/// All refs and variables below a node, operators of calls left out.
final class NodeWalk {
  private final List<Term.Ref> refs = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();
  private final List<String> heads = new ArrayList<>();

  private NodeWalk() {}

  static NodeWalk of(Body body) {
    NodeWalk walk = new NodeWalk();
    walk.body(body);
    return walk;
  }

  static NodeWalk of(Expr expr) {
    NodeWalk walk = new NodeWalk();
    walk.expr(expr);
    return walk;
  }

  static NodeWalk ofHead(Rule.Head head) {
    NodeWalk walk = new NodeWalk();
    head.args().forEach(walk::term);
    walk.optional(head.key());
    walk.optional(head.value());
    head.ref().terms().subList(1, head.ref().terms().size()).forEach(walk::term);
    return walk;
  }

  /// What stands in the path of a ref.
  static NodeWalk ofPathOf(Term.Ref ref) {
    NodeWalk walk = new NodeWalk();
    ref.terms().subList(1, ref.terms().size()).forEach(walk::term);
    return walk;
  }

  List<Term.Ref> refs() {
    return refs;
  }

  /// Adds the names of all variables, heads of refs among them.
  void collectVariables(Set<String> names) {
    names.addAll(variables);
    names.addAll(heads);
    names.remove("data");
    names.remove("input");
  }

  /// Adds the names of variables that are no heads of refs.
  void collectVariablesOutsideHeads(Set<String> names) {
    names.addAll(variables);
  }

  /// Whether a call's operator has one of these names.
  static boolean isOperator(Term operator, String... names) {
    if (operator instanceof Term.Ref ref
        && ref.terms().size() == 1
        && ref.head() instanceof Term.Var variable) {
      for (String name : names) {
        if (variable.name().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private void body(Body body) {
    body.exprs().forEach(this::expr);
  }

  private void expr(Expr expr) {
    switch (expr.form()) {
      case Expr.Single single -> term(single.term());
      case Expr.Call call -> call(call.operator(), call.operands());
      case Expr.Some some -> some.symbols().forEach(this::declared);
      case Expr.Every every -> {
        optional(every.key());
        term(every.value());
        term(every.domain());
        body(every.body());
      }
      case Expr.Not not -> body(not.body());
      case Expr.And and -> {
        body(and.left());
        body(and.right());
      }
      case Expr.Or or -> {
        body(or.left());
        body(or.right());
      }
    }
    expr.withs()
        .forEach(with -> {
          term(with.target());
          term(with.value());
        });
  }

  /// `some x in xs` is no call of its own.
  private void declared(Term symbol) {
    if (symbol instanceof Term.Call call) {
      call.operands().forEach(this::term);
    } else {
      term(symbol);
    }
  }

  /// Calls of rules read them; calls of built-ins read nothing.
  private void call(Term operator, List<Term> operands) {
    if (operator instanceof Term.Ref ref
        && ref.head() instanceof Term.Var root
        && root.name().equals("data")) {
      refs.add(ref);
    }
    operands.forEach(this::term);
  }

  private void optional(@Nullable Term term) {
    if (term != null) {
      term(term);
    }
  }

  private void term(Term term) {
    switch (term) {
      case Term.Scalar scalar -> {}
      case Term.Var variable -> variables.add(variable.name());
      case Term.Ref ref -> {
        refs.add(ref);
        if (ref.head() instanceof Term.Var head) {
          heads.add(head.name());
        } else {
          term(ref.head());
        }
        ref.terms().subList(1, ref.terms().size()).forEach(this::term);
      }
      case Term.ArrayTerm array -> array.items().forEach(this::term);
      case Term.SetTerm set -> set.items().forEach(this::term);
      case Term.ObjectTerm object ->
          object
              .entries()
              .forEach(entry -> {
                term(entry.key());
                term(entry.value());
              });
      case Term.ArrayComprehension array -> {
        term(array.term());
        body(array.body());
      }
      case Term.SetComprehension set -> {
        term(set.term());
        body(set.body());
      }
      case Term.ObjectComprehension object -> {
        term(object.key());
        term(object.value());
        body(object.body());
      }
      case Term.Call call -> call(call.operator(), call.operands());
      case Term.TemplateString template ->
          template
              .parts()
              .forEach(part -> {
                if (part instanceof Term.TemplateString.Embedded embedded) {
                  expr(embedded.expr());
                }
              });
    }
  }
}
