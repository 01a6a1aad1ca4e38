package ms.continuu.attest.rego.format;

import java.util.List;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Type;
import ms.continuu.attest.rego.types.TypeErrors;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Diagnostic.Fact;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Calls that cannot be written infix, because they have too few or too many operands.
final class Arity {
  private Arity() {}

  static Diagnostic mismatch(BuiltinDeclaration builtin, List<Term> operands, Location place) {
    List<String> have = operands.stream().map(Arity::kind).toList();
    List<String> want = builtin.type().args().stream().map(Arity::text).toList();
    return TypeErrors.plain(builtin.name() + ": arity mismatch", place)
        .with(
            List.of(
                "have: (" + String.join(",", have) + ")", "want: (" + String.join(",", want) + ")"),
            List.of(new Fact("have", texts(have)), new Fact("want", texts(want))));
  }

  private static String text(Type type) {
    return type instanceof Type.Named named ? String.valueOf(named.type()) : type.toString();
  }

  private static ArrayValue texts(List<String> texts) {
    return ArrayValue.of(texts.stream().<Value>map(StringValue::of).toList());
  }

  private static String kind(Term term) {
    return switch (term) {
      case Term.Scalar scalar -> scalar.value().typeName();
      case Term.Var v -> "var";
      case Term.Ref r -> "ref";
      case Term.ArrayTerm a -> "array";
      case Term.ObjectTerm o -> "object";
      case Term.SetTerm s -> "set";
      case Term.ArrayComprehension a -> "arraycomprehension";
      case Term.SetComprehension s -> "setcomprehension";
      case Term.ObjectComprehension o -> "objectcomprehension";
      case Term.Call c -> "call";
      case Term.TemplateString t -> "templatestring";
    };
  }
}
