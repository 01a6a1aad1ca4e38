package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;

/// Orders a body so that every variable is bound before it is needed: each expression comes as soon
/// as it can, otherwise in the order it was written. Bodies within it are ordered, too.
final class BodySafety {
  private final ToIntFunction<Term.Ref> arity;
  private final OutputVariables outputs;

  BodySafety(ToIntFunction<Term.Ref> arity) {
    this.arity = arity;
    this.outputs = new OutputVariables(arity);
  }

  /// A body in order, and what keeps it from being safe: variables by the expression that needs
  /// them.
  record Ordered(Body body, IdentityHashMap<Expr, Set<String>> unsafe) {}

  /// An expression on its way to its place.
  private static final class Pending {
    final Expr expr;
    Set<String> unsafe;

    /// Variables of the body that closures of the expression need.
    Set<String> closedOver = Set.of();

    boolean placed;

    Pending(Expr expr, Set<String> needed) {
      this.expr = expr;
      this.unsafe = needed;
    }
  }

  /// @param globals variables that are bound around the body
  Ordered order(Body body, Set<String> globals) {
    Set<String> all = new HashSet<>();
    List<Pending> pending = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      Set<String> needed = new HashSet<>();
      Variables.safety(needed, arity).add(expr);
      all.addAll(needed);
      needed.removeAll(globals);
      pending.add(new Pending(expr, needed));
    }
    for (Pending each : pending) {
      each.closedOver = closedOver(each.expr, all, globals);
    }
    Set<String> safe = new HashSet<>(all);
    safe.retainAll(globals);
    List<Pending> placed = place(pending, safe);
    IdentityHashMap<Expr, Set<String>> unsafe = new IdentityHashMap<>();
    for (Pending each : pending) {
      if (!each.unsafe.isEmpty()) {
        unsafe.put(each.expr, each.unsafe);
      }
    }
    return orderClosures(placed, globals, unsafe);
  }

  private List<Pending> place(List<Pending> pending, Set<String> safe) {
    List<Pending> ordered = new ArrayList<>();
    int before = -1;
    while (before != ordered.size() && ordered.size() < pending.size()) {
      before = ordered.size();
      for (Pending each : pending) {
        if (each.placed || isAlreadyAt(ordered, each.expr)) {
          continue;
        }
        Set<String> bound = outputs.of(each.expr, safe);
        if (!each.closedOver.isEmpty()) {
          if (each.closedOver.equals(bound)) {
            continue;
          }
          each.unsafe = new HashSet<>(each.closedOver);
        }
        each.unsafe.removeIf(name -> bound.contains(name) || safe.contains(name));
        if (each.unsafe.isEmpty()) {
          each.placed = true;
          ordered.add(each);
          safe.addAll(bound);
        }
      }
    }
    return ordered;
  }

  /// An equal expression that came to stand where this one stood makes this one superfluous.
  private static boolean isAlreadyAt(List<Pending> ordered, Expr expr) {
    int index = expr.index();
    return index < ordered.size()
        && Terms.compare(ordered.get(index).expr.withIndex(index), expr) == 0;
  }

  private static Set<String> closedOver(Expr expr, Set<String> all, Set<String> globals) {
    Set<String> found = new HashSet<>();
    Variables variables = Variables.into(found, Set.of());
    new Walk() {
      @Override
      boolean enters(Term term) {
        if (Exprs.isComprehension(term)) {
          variables.add(term);
          return false;
        }
        return true;
      }

      @Override
      boolean enters(Expr inner) {
        switch (inner.form()) {
          case Expr.Every every -> variables.add(every.body());
          case Expr.Not not -> variables.add(not.body());
          case Expr.And and -> {
            variables.add(and.left());
            variables.add(and.right());
          }
          case Expr.Or or -> {
            variables.add(or.left());
            variables.add(or.right());
          }
          case Expr.Single s -> {
            return true;
          }
          case Expr.Call c -> {
            return true;
          }
          case Expr.Some s -> {
            return true;
          }
        }
        // The form is a closure as a whole; modifiers stand beside it.
        inner.withs().forEach(this::visit);
        return false;
      }
    }.visit(expr);
    found.retainAll(all);
    found.removeAll(globals);
    return found;
  }

  private Ordered orderClosures(
      List<Pending> placed, Set<String> globals, IdentityHashMap<Expr, Set<String>> unsafe) {
    Set<String> known = new HashSet<>(globals);
    Variables before = Variables.safety(known, arity);
    List<Expr> result = new ArrayList<>();
    for (Pending each : placed) {
      Expr expr = new Closures(known, each.expr, unsafe).expr(each.expr);
      result.add(expr.withIndex(result.size()));
      before.add(expr);
    }
    return new Ordered(new Body(result), unsafe);
  }

  /// Orders the bodies in an expression.
  private final class Closures extends Rewriter {
    private final Set<String> globals;
    private final Expr current;
    private final IdentityHashMap<Expr, Set<String>> unsafe;

    Closures(Set<String> globals, Expr current, IdentityHashMap<Expr, Set<String>> unsafe) {
      this.globals = globals;
      this.current = current;
      this.unsafe = unsafe;
    }

    @Override
    Term term(Term term) {
      return switch (term) {
        case Term.ArrayComprehension c -> {
          Body body = closure(Variables.of(c.term()), c.body());
          yield body == c.body() ? c : new Term.ArrayComprehension(c.term(), body, c.location());
        }
        case Term.SetComprehension c -> {
          Body body = closure(Variables.of(c.term()), c.body());
          yield body == c.body() ? c : new Term.SetComprehension(c.term(), body, c.location());
        }
        case Term.ObjectComprehension c -> {
          Set<String> needed = Variables.of(List.of(c.key(), c.value()), Set.of());
          Body body = closure(needed, c.body());
          yield body == c.body()
              ? c
              : new Term.ObjectComprehension(c.key(), c.value(), body, c.location());
        }
        default -> parts(term);
      };
    }

    @Override
    Expr expr(Expr expr) {
      return switch (expr.form()) {
        case Expr.Every every -> {
          if (every.key() != null) {
            globals.addAll(Variables.of(every.key()));
          }
          globals.addAll(Variables.of(every.value()));
          Body body = closure(Set.of(), every.body());
          yield expr.withForm(
              new Expr.Every(every.key(), every.value(), every.domain(), body, every.location()));
        }
        case Expr.Not not ->
            expr.withForm(
                new Expr.Not(closure(Set.of(), not.body()), not.explicit(), not.location()));
        case Expr.And and ->
            expr.withForm(
                Exprs.with(and, closure(Set.of(), and.left()), closure(Set.of(), and.right())));
        case Expr.Or or ->
            expr.withForm(
                Exprs.with(or, closure(Set.of(), or.left()), closure(Set.of(), or.right())));
        default -> parts(expr);
      };
    }

    private Body closure(Set<String> needed, Body body) {
      Set<String> missing = new HashSet<>(needed);
      if (!missing.isEmpty()) {
        Set<String> known = new HashSet<>(globals);
        Variables.safety(known, arity).add(body);
        missing.removeAll(known);
        if (!missing.isEmpty()) {
          unsafe.computeIfAbsent(current, e -> new HashSet<>()).addAll(missing);
        }
      }
      Ordered ordered = order(body, globals);
      if (ordered.unsafe().isEmpty()) {
        return ordered.body();
      }
      ordered
          .unsafe()
          .forEach(
              (expr, names) -> unsafe.computeIfAbsent(expr, e -> new HashSet<>()).addAll(names));
      return body;
    }
  }
}
