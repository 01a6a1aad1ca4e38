package ms.continuu.attest.rego.format;

import java.util.List;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import org.jspecify.annotations.Nullable;

/// What the text of a node begins with, where that would be read as something else: a brace opens a
/// body, and `{x | y` a comprehension.
final class Leads {
  private Leads() {}

  /// The built-in that a call is of and written infix, or null.
  static @Nullable BuiltinDeclaration infix(Term operator) {
    BuiltinDeclaration builtin = Capabilities.builtin(TermText.of(operator));
    return builtin == null || builtin.infix().isEmpty() ? null : builtin;
  }

  /// Whether an expression is `x | y`.
  static boolean isUnion(Expr expr) {
    return expr.form() instanceof Expr.Call call
        && call.terms().size() == 3
        && isUnion(call.terms());
  }

  static boolean isUnion(Term term) {
    return term instanceof Term.Call call && isUnion(call.terms());
  }

  private static boolean isUnion(List<Term> call) {
    return TermText.of(call.getFirst()).equals("or");
  }

  static boolean beginsWithBrace(Expr expr) {
    return switch (expr.form()) {
      case Expr.Single single -> beginsWithBrace(single.term());
      case Expr.Call call -> {
        Term first = firstOperand(call);
        yield first != null && beginsWithBrace(first);
      }
      case Expr.Some s -> false;
      case Expr.Every e -> false;
      case Expr.Not n -> false;
      case Expr.And a -> false;
      case Expr.Or o -> false;
    };
  }

  /// The operand that an infix call begins with, or null: its first, or where the call has an
  /// operand more, which is its result, that one.
  static @Nullable Term firstOperand(Expr.Call call) {
    BuiltinDeclaration builtin = infix(call.operator());
    List<Term> operands = call.operands();
    if (builtin == null) {
      return null;
    }
    if (operands.size() == builtin.arity()) {
      return operands.getFirst();
    }
    return operands.size() == builtin.arity() + 1 ? operands.getLast() : null;
  }

  private static boolean beginsWithBrace(Term term) {
    return switch (term) {
      case Term.SetTerm set -> !set.items().isEmpty();
      case Term.ObjectTerm o -> true;
      case Term.SetComprehension s -> true;
      case Term.ObjectComprehension o -> true;
      case Term.Ref ref -> beginsWithBrace(ref.head());
      case Term.Call call -> {
        BuiltinDeclaration builtin = infix(call.operator());
        yield builtin != null
            && call.operands().size() == builtin.arity()
            && beginsWithBrace(call.operands().getFirst());
      }
      case Term.Scalar s -> false;
      case Term.Var v -> false;
      case Term.ArrayTerm a -> false;
      case Term.ArrayComprehension a -> false;
      case Term.TemplateString t -> false;
    };
  }
}
