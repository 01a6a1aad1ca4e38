package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// What is asked of expressions and bodies, and how they are put together.
final class Exprs {
  /// The documents that all refs begin with.
  static final Set<String> ROOTS = Set.of("data", "input");

  private static final Term EQUALITY =
      new Term.Ref(List.of(new Term.Var("eq", Location.NONE)), Location.NONE);

  private Exprs() {}

  static boolean isEquality(Expr expr) {
    return isCallOf(expr, "eq");
  }

  static boolean isAssignment(Expr expr) {
    return isCallOf(expr, "assign");
  }

  /// Whether this calls a function that is named by a single variable.
  static boolean isCallOf(Expr expr, String name) {
    return expr.form() instanceof Expr.Call call
        && call.operator() instanceof Term.Ref ref
        && ref.terms().size() == 1
        && ref.head() instanceof Term.Var variable
        && variable.name().equals(name);
  }

  /// An equality or assignment of two sides, as those called by name need not be.
  static boolean hasTwoOperands(Expr expr) {
    return expr.form() instanceof Expr.Call call && call.terms().size() == 3;
  }

  static Term operand(Expr expr, int index) {
    return ((Expr.Call) expr.form()).terms().get(index + 1);
  }

  /// The function that is called, or null.
  static Term.@Nullable Ref operator(Expr expr) {
    return expr.form() instanceof Expr.Call call && call.operator() instanceof Term.Ref ref
        ? ref
        : null;
  }

  /// The text of a ref.
  static String name(List<Term> ref) {
    return ref.size() == 1 && ref.getFirst() instanceof Term.Var variable
        ? variable.name()
        : TermText.ofRef(ref);
  }

  static boolean isNegated(Expr expr) {
    return expr.negated() || expr.form() instanceof Expr.Not;
  }

  static boolean isScalar(Term term) {
    return term instanceof Term.Scalar;
  }

  static boolean isComprehension(Term term) {
    return switch (term) {
      case Term.ArrayComprehension c -> true;
      case Term.SetComprehension c -> true;
      case Term.ObjectComprehension c -> true;
      default -> false;
    };
  }

  /// Exactly `data` or `input`.
  static boolean isRoot(Term term) {
    return term instanceof Term.Ref ref
        && ref.terms().size() == 1
        && ref.head() instanceof Term.Var variable
        && ROOTS.contains(variable.name());
  }

  static boolean beginsWith(Term term, String root) {
    return term instanceof Term.Ref ref
        && ref.head() instanceof Term.Var variable
        && variable.name().equals(root);
  }

  static boolean isWildcard(String variable) {
    return variable.startsWith("$");
  }

  /// A variable's name as the user wrote it.
  static String shown(String variable) {
    return isWildcard(variable) ? "_" : variable;
  }

  static boolean isGenerated(String variable) {
    return variable.startsWith("__local");
  }

  static Expr equality(Term left, Term right, Location location) {
    return Expr.of(new Expr.Call(List.of(EQUALITY, left, right)), location);
  }

  /// The operator of a built-in, without a place.
  static Term operatorOf(String builtin) {
    BuiltinDeclaration declaration = Capabilities.builtin(builtin);
    if (declaration != null) {
      return declaration.ref();
    }
    String[] names = builtin.split("\\.", -1);
    List<Term> parts = new ArrayList<>();
    parts.add(new Term.Var(names[0], Location.NONE));
    for (int i = 1; i < names.length; i++) {
      parts.add(new Term.Scalar(StringValue.of(names[i]), Location.NONE));
    }
    return new Term.Ref(parts, Location.NONE);
  }

  static Expr.And with(Expr.And and, Body left, Body right) {
    return new Expr.And(left, right, and.explicitLeft(), and.explicitRight(), and.location());
  }

  static Expr.Or with(Expr.Or or, Body left, Body right) {
    return new Expr.Or(left, right, or.explicitLeft(), or.explicitRight(), or.location());
  }

  /// The expressions, counted anew.
  static Body body(List<Expr> exprs) {
    List<Expr> counted = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      counted.add(expr.withIndex(counted.size()));
    }
    return new Body(counted);
  }

  /// A body that is only `true` says nothing: what is added takes its place.
  static Body append(Body body, List<Expr> added) {
    if (added.isEmpty()) {
      return body;
    }
    List<Expr> exprs = new ArrayList<>(isTrue(body) ? List.of() : body.exprs());
    for (Expr expr : added) {
      exprs.add(expr.withIndex(exprs.size()));
    }
    return new Body(exprs);
  }

  static Body append(Body body, Expr added) {
    return append(body, List.of(added));
  }

  static boolean isTrue(Body body) {
    return body.exprs().size() == 1
        && body.exprs().getFirst().form() instanceof Expr.Single single
        && single.term() instanceof Term.Scalar scalar
        && scalar.value() == BooleanValue.TRUE;
  }

  static Term truth(Location location) {
    return new Term.Scalar(BooleanValue.TRUE, location);
  }
}
