package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.check.LocalScopes.Occurrence;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Gives the variables of a body, and of the bodies in it, names of their own. A statement that has
/// a body is walked a second time after it, as OPA does, which may rename once more.
final class LocalRewriting {
  private static final String ASSIGNED_IN_NOT = "cannot assign vars inside negated expression";
  private static final String ASSIGNED_IN_AND = "cannot assign vars inside implicit and operand";
  private static final String ASSIGNED_IN_OR = "cannot assign vars inside implicit or operand";

  private final LocalNames names;
  private final LocalScopes scopes;
  private final boolean strict;
  private final List<Diagnostic> errors;
  private boolean assignments;
  private final Renaming renaming = new Renaming();
  private final StatementRenaming statements = new StatementRenaming();

  LocalRewriting(LocalNames names, LocalScopes scopes, boolean strict) {
    this(names, scopes, strict, new ArrayList<>());
  }

  LocalRewriting(LocalNames names, LocalScopes scopes, boolean strict, List<Diagnostic> errors) {
    this.names = names;
    this.scopes = scopes;
    this.strict = strict;
    this.errors = errors;
  }

  /// Whether an assignment was met.
  boolean hasAssignments() {
    return assignments;
  }

  List<Diagnostic> errors() {
    return errors;
  }

  /// @param used variables that are used outside of the body
  Body body(Body body, Set<String> used) {
    List<Expr> rewritten = new ArrayList<>();
    // What errors are looked for in: statements of their own as they were, the others as they are.
    List<Expr> shown = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      Expr result =
          switch (expr.form()) {
            case Expr.Some some -> some(expr, some);
            case Expr.Every every -> every(expr, every);
            case Expr.Not not -> not(expr, not);
            case Expr.And and -> and(expr, and);
            case Expr.Or or -> or(expr, or);
            case Expr.Call call ->
                Exprs.isAssignment(expr) ? assignment(expr) : statements.expr(expr);
            case Expr.Single single -> statements.expr(expr);
          };
      if (result != null) {
        rewritten.add(result);
      }
      boolean inPlace = expr.form() instanceof Expr.Call || expr.form() instanceof Expr.Single;
      shown.add(inPlace && result != null ? result : expr);
    }
    if (rewritten.isEmpty()) {
      rewritten.add(Expr.of(new Expr.Single(Exprs.truth(Location.NONE)), Location.NONE));
    }
    Body result = Exprs.body(rewritten);
    reportUnusedAssigned(shown, used);
    reportUnusedDeclared(shown, used, result);
    return result;
  }

  private void reportUnusedAssigned(List<Expr> body, Set<String> used) {
    if (!strict || !errors.isEmpty() || !scopes.unused.isEmpty()) {
      return;
    }
    LocalScopes.Scope scope = scopes.innermost();
    Set<String> unused = new HashSet<>();
    scope.occurrences.forEach((name, occurrence) -> {
      String becomes = scope.names.getOrDefault(name, name);
      if (occurrence == Occurrence.ASSIGNED
          && !Exprs.isWildcard(name)
          && scopes.count(name) <= 1
          && !used.contains(becomes)) {
        unused.add(becomes);
      }
    });
    for (String name : used) {
      String becomes = scopes.declared(name);
      if (becomes != null) {
        unused.remove(becomes);
      }
    }
    Map<String, String> original = reversed(scope);
    for (String generated : Variables.sorted(unused)) {
      Expr where = body.getFirst();
      for (Expr expr : body) {
        if (Variables.of(expr, Set.of()).contains(generated)) {
          where = expr;
          break;
        }
      }
      scopes.unused.add(
          ErrorLog.error(
              ErrorLog.COMPILE,
              "assigned var " + original.get(generated) + " unused",
              where.location()));
    }
  }

  private void reportUnusedDeclared(List<Expr> body, Set<String> used, Body rewritten) {
    if (!errors.isEmpty() || !scopes.unused.isEmpty()) {
      return;
    }
    LocalScopes.Scope scope = scopes.innermost();
    Set<String> unused = new HashSet<>();
    scope.occurrences.forEach((name, occurrence) -> {
      if (occurrence == Occurrence.DECLARED) {
        unused.add(scope.names.getOrDefault(name, name));
      }
    });
    if (unused.isEmpty()) {
      return;
    }
    unused.removeAll(Variables.of(rewritten, Set.of()));
    for (String name : used) {
      String becomes = scopes.declared(name);
      unused.remove(becomes == null ? name : becomes);
    }
    unused.removeAll(used);
    Map<String, String> original = reversed(scope);
    for (String generated : Variables.sorted(unused)) {
      String name = original.getOrDefault(generated, generated);
      if (!Exprs.isGenerated(name)) {
        Expr where = body.getFirst();
        for (Expr expr : body) {
          if (Declarations.of(expr).contains(name)) {
            where = expr;
            break;
          }
        }
        scopes.unused.add(
            ErrorLog.error(
                ErrorLog.COMPILE,
                "declared var " + Exprs.shown(name) + " unused",
                where.location()));
      }
    }
  }

  private static Map<String, String> reversed(LocalScopes.Scope scope) {
    Map<String, String> reversed = new HashMap<>();
    scope.names.forEach((name, becomes) -> reversed.put(becomes, name));
    return reversed;
  }

  /// Declares a name here; null, and an error, when it is known already.
  private @Nullable String declare(String name, Occurrence occurrence, Location where) {
    String shown = Exprs.shown(name);
    String problem =
        switch (scopes.occurrence(name)) {
          case NEW -> null;
          case SEEN -> "var " + shown + " referenced above";
          case ASSIGNED -> "var " + shown + " assigned above";
          case DECLARED -> "var " + shown + " declared above";
          case PARAMETER -> "arg " + shown + " redeclared";
        };
    if (problem != null) {
      errors.add(ErrorLog.error(ErrorLog.COMPILE, problem, where));
      return null;
    }
    String becomes = names.next();
    scopes.insert(name, becomes, occurrence);
    return becomes;
  }

  private @Nullable Expr every(Expr expr, Expr.Every every) {
    Term domain = renaming.term(every.domain());
    scopes.enter();
    try {
      Term key;
      if (every.key() instanceof Term.Var variable) {
        key = declaredInEvery(variable, every.location());
      } else {
        key = names.variable(Location.NONE);
      }
      Term value = key == null ? null : declaredInEvery((Term.Var) every.value(), every.location());
      if (key == null || value == null) {
        return null;
      }
      Body body = body(every.body(), Set.of());
      return statements.expr(
          expr.withForm(new Expr.Every(key, value, domain, body, every.location())));
    } finally {
      scopes.leave();
    }
  }

  private @Nullable Term declaredInEvery(Term.Var variable, Location where) {
    if (Exprs.isWildcard(variable.name())) {
      return variable;
    }
    String becomes = declare(variable.name(), Occurrence.DECLARED, where);
    return becomes == null ? null : new Term.Var(becomes, variable.location());
  }

  /// `some x` leaves nothing behind; `some x in xs` becomes `x = xs[_]`.
  private @Nullable Expr some(Expr expr, Expr.Some some) {
    for (Term symbol : some.symbols()) {
      if (symbol instanceof Term.Call call) {
        return someIn(expr, some, call.operands());
      }
      if (symbol instanceof Term.Var variable
          && declare(variable.name(), Occurrence.DECLARED, some.location()) == null) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Expr someIn(Expr expr, Expr.Some some, List<Term> operands) {
    Term key = operands.size() == 3 ? operands.getFirst() : names.variable(Location.NONE);
    Term value = operands.get(operands.size() - 2);
    Term collection = operands.getLast();

    Set<String> bound = Variables.of(List.of(key, value), Variables.PATTERN);
    bound.retainAll(Variables.of(collection, Set.of(Variables.Skip.CLOSURES)));
    int before = errors.size();
    for (String name : Variables.sorted(bound)) {
      if (!Exprs.isWildcard(name)) {
        errors.add(
            ErrorLog.error(ErrorLog.COMPILE, "var " + name + " assigned before", some.location()));
      }
    }
    if (errors.size() > before) {
      return null;
    }
    List<Term> path =
        new ArrayList<>(collection instanceof Term.Ref ref ? ref.terms() : List.of(collection));
    path.add(key);
    Expr equality = Exprs.equality(value, new Term.Ref(path, Location.NONE), expr.location());
    Expr membership = expr.withForm(equality.form());
    Set<String> outputs = OutputVariables.ofEquality(membership, Variables.of(collection));
    for (String name : Variables.sorted(outputs)) {
      if (declare(name, Occurrence.DECLARED, some.location()) == null) {
        return null;
      }
    }
    return statements.expr(membership);
  }

  private Expr not(Expr expr, Expr.Not not) {
    if (!not.explicit()) {
      int before = errors.size();
      Body body = implicitBody(not.body(), ASSIGNED_IN_NOT);
      Expr result = expr.withForm(new Expr.Not(body, false, not.location()));
      return errors.size() > before ? result : statements.expr(result);
    }
    scopes.enter();
    Body body = body(not.body(), Set.of());
    Expr result = statements.expr(expr.withForm(new Expr.Not(body, true, not.location())));
    scopes.leave();
    return result;
  }

  private Expr and(Expr expr, Expr.And and) {
    int before = errors.size();
    Body left = operand(and.left(), and.explicitLeft(), ASSIGNED_IN_AND);
    Body right = operand(and.right(), and.explicitRight(), ASSIGNED_IN_AND);
    Expr result = expr.withForm(Exprs.with(and, left, right));
    return errors.size() > before ? result : statements.expr(result);
  }

  private Expr or(Expr expr, Expr.Or or) {
    int before = errors.size();
    Body left = operand(or.left(), or.explicitLeft(), ASSIGNED_IN_OR);
    Body right = operand(or.right(), or.explicitRight(), ASSIGNED_IN_OR);
    Expr result = expr.withForm(Exprs.with(or, left, right));
    return errors.size() > before ? result : statements.expr(result);
  }

  private Body operand(Body body, boolean explicit, String problem) {
    if (!explicit) {
      return implicitBody(body, problem);
    }
    scopes.enter();
    Body result = body(body, Set.of());
    scopes.leave();
    return result;
  }

  /// A body without braces declares nothing.
  private Body implicitBody(Body body, String problem) {
    return new Body(
        Rewriter.all(
            body.exprs(),
            expr ->
                switch (expr.form()) {
                  case Expr.Not not -> not(expr, not);
                  case Expr.And and -> and(expr, and);
                  case Expr.Or or -> or(expr, or);
                  default -> {
                    if (Exprs.isAssignment(expr)) {
                      errors.add(ErrorLog.error(ErrorLog.COMPILE, problem, expr.location()));
                    }
                    yield expr;
                  }
                }));
  }

  private Expr assignment(Expr expr) {
    assignments = true;
    if (expr.negated()) {
      errors.add(ErrorLog.error(ErrorLog.COMPILE, ASSIGNED_IN_NOT, expr.location()));
      return expr;
    }
    if (!Exprs.hasTwoOperands(expr)) {
      return expr;
    }
    int before = errors.size();
    Term right = renaming.term(Exprs.operand(expr, 1));
    List<Expr.With> withs =
        Rewriter.all(
            expr.withs(),
            with -> new Expr.With(with.target(), renaming.term(with.value()), with.location()));
    Term left = new Target().term(Exprs.operand(expr, 0));
    Term.Ref operator = (Term.Ref) ((Expr.Call) expr.form()).operator();
    Location where = operator.head().location();
    boolean valid = errors.size() == before;
    Term becomes = valid ? new Term.Ref(List.of(new Term.Var("eq", where)), where) : operator;
    Expr result = expr.withForm(new Expr.Call(List.of(becomes, left, right))).withWiths(withs);
    return valid ? result.asAssigned() : result;
  }

  /// The left side of an assignment.
  private final class Target extends Rewriter {
    @Override
    Term term(Term term) {
      switch (term) {
        case Term.Var variable -> {
          return declared(term, variable.name());
        }
        case Term.ArrayTerm array -> {
          return parts(array);
        }
        case Term.ObjectTerm object -> {
          return mapObject(object, entry -> new Term.Entry(entry.key(), term(entry.value())));
        }
        case Term.Ref ref when Exprs.isRoot(ref) -> {
          return declared(term, ((Term.Var) ref.head()).name());
        }
        default -> {
          errors.add(
              ErrorLog.error(
                  ErrorLog.COMPILE, "cannot assign to " + kindOf(term), term.location()));
          return term;
        }
      }
    }

    private Term declared(Term term, String name) {
      String becomes = declare(name, Occurrence.ASSIGNED, term.location());
      return becomes == null ? term : new Term.Var(becomes, term.location());
    }
  }

  private static String kindOf(Term term) {
    return switch (term) {
      case Term.Scalar scalar -> scalar.value().typeName();
      case Term.Var v -> "var";
      case Term.Ref r -> "ref";
      case Term.ArrayTerm a -> "array";
      case Term.ObjectTerm o -> "object";
      case Term.SetTerm s -> "set";
      case Term.ArrayComprehension c -> "arraycomprehension";
      case Term.SetComprehension c -> "setcomprehension";
      case Term.ObjectComprehension c -> "objectcomprehension";
      case Term.Call c -> "call";
      case Term.TemplateString t -> "templatestring";
    };
  }

  /// A comprehension or template string of a head.
  Term closure(Term term) {
    if (!(term instanceof Term.TemplateString template)) {
      return renaming.term(term);
    }
    List<Term.TemplateString.Part> parts = new ArrayList<>();
    for (Term.TemplateString.Part part : template.parts()) {
      if (part instanceof Term.TemplateString.Embedded embedded) {
        scopes.enter();
        parts.add(new Term.TemplateString.Embedded(statements.expr(embedded.expr())));
        scopes.leave();
      } else {
        parts.add(part);
      }
    }
    return new Term.TemplateString(parts, template.multiLine(), template.location());
  }

  /// Renames within terms, whose modifiers are terms like others.
  private class Renaming extends Rewriter {
    @Override
    Term term(Term term) {
      return switch (term) {
        case Term.Var variable -> variable(variable);
        case Term.Ref ref -> Exprs.isRoot(ref) ? root(ref) : parts(ref);
        case Term.Call call -> {
          reportShadowed(call);
          yield parts(call);
        }
        case Term.ObjectTerm object ->
            mapObject(
                object,
                entry -> new Term.Entry(renaming.term(entry.key()), renaming.term(entry.value())));
        case Term.SetTerm set -> mapSet(set, renaming::term);
        case Term.ArrayComprehension c -> {
          Set<String> used = Variables.of(c.term());
          scopes.enter();
          Body body = LocalRewriting.this.body(c.body(), used);
          Term head = renaming.term(c.term());
          scopes.leave();
          yield new Term.ArrayComprehension(head, body, c.location());
        }
        case Term.SetComprehension c -> {
          Set<String> used = Variables.of(c.term());
          scopes.enter();
          Body body = LocalRewriting.this.body(c.body(), used);
          Term head = renaming.term(c.term());
          scopes.leave();
          yield new Term.SetComprehension(head, body, c.location());
        }
        case Term.ObjectComprehension c -> {
          Set<String> used = Variables.of(List.of(c.key(), c.value()), Set.of());
          scopes.enter();
          Body body = LocalRewriting.this.body(c.body(), used);
          Term key = renaming.term(c.key());
          Term value = renaming.term(c.value());
          scopes.leave();
          yield new Term.ObjectComprehension(key, value, body, c.location());
        }
        case Term.Scalar s -> s;
        case Term.ArrayTerm a -> parts(a);
        case Term.TemplateString t -> parts(t);
      };
    }

    private Term variable(Term.Var variable) {
      String name = variable.name();
      String becomes = scopes.declared(name);
      if (becomes != null) {
        scopes.seen(name);
        return becomes.equals(name) ? variable : new Term.Var(becomes, variable.location());
      }
      if (scopes.occurrence(name) == Occurrence.NEW) {
        scopes.insert(name, name, Occurrence.SEEN);
      }
      return variable;
    }

    private Term root(Term.Ref ref) {
      String name = ((Term.Var) ref.head()).name();
      Occurrence occurrence = scopes.nearestOccurrence(name);
      if (occurrence == Occurrence.NEW || occurrence == Occurrence.SEEN) {
        return ref;
      }
      String becomes = scopes.declared(name);
      return becomes == null || becomes.equals(name) ? ref : new Term.Var(becomes, ref.location());
    }

    /// Functions are no values that a variable could hold.
    private void reportShadowed(Term.Call call) {
      Walk.ofVariables(
              name -> {
                String becomes = scopes.declared(name);
                if (becomes != null && !becomes.equals(name)) {
                  errors.add(
                      ErrorLog.error(
                          ErrorLog.COMPILE,
                          "called function " + TermText.of(call.operator()) + " shadowed",
                          call.location()));
                }
              })
          .visit(call.operator());
    }
  }

  /// Renames within statements, in whose modifiers the target `input` is the document even where a
  /// variable has this name.
  private final class StatementRenaming extends Renaming {
    @Override
    Expr.With with(Expr.With with) {
      Term target = renaming.term(with.target());
      String shadowing = scopes.declared("input");
      if (shadowing != null) {
        if (target instanceof Term.Var variable && variable.name().equals(shadowing)) {
          target = new Term.Ref(List.of(new Term.Var("input", Location.NONE)), target.location());
        } else if (target instanceof Term.Ref ref
            && ref.head() instanceof Term.Var variable
            && variable.name().equals(shadowing)) {
          List<Term> terms = new ArrayList<>(ref.terms());
          terms.set(0, new Term.Var("input", variable.location()));
          target = new Term.Ref(terms, ref.location());
        }
      }
      return new Expr.With(target, renaming.term(with.value()), with.location());
    }
  }
}
