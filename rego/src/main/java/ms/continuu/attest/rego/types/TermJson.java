package ms.continuu.attest.rego.types;

import java.util.List;
import ms.continuu.attest.rego.syntax.AstJson;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic.Fact;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// The terms of a faulty ref as JSON, in the form of OPA's syntax trees.
final class TermJson {
  private TermJson() {}

  /// The fact of which ref is faulty.
  static Fact fact(List<Term> ref) {
    try {
      return new Fact("ref", terms(ref), AstJson.of(ref, AstJson.Places.OMITTED, "  "));
    } catch (AstJson.UnwritableTree e) {
      return new Fact("ref", terms(ref));
    }
  }

  private static Value terms(List<Term> terms) {
    return ArrayValue.of(terms.stream().map(TermJson::term).toList());
  }

  private static Value term(Term term) {
    return ObjectValue.builder()
        .put("type", StringValue.of(type(term)))
        .put("value", bare(term))
        .build();
  }

  private static String type(Term term) {
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

  /// The value of a term without its type.
  static Value bare(Term term) {
    return switch (term) {
      case Term.Scalar scalar when scalar.value() == NullValue.NULL -> ObjectValue.EMPTY;
      case Term.Scalar scalar -> scalar.value();
      case Term.Var variable -> StringValue.of(variable.name());
      case Term.Ref ref -> terms(ref.terms());
      case Term.ArrayTerm array -> terms(array.items());
      case Term.SetTerm set -> terms(Terms.sorted(set));
      case Term.Call call -> terms(call.terms());
      case Term.ObjectTerm object ->
          ArrayValue.of(
              Terms.sorted(object).stream()
                  .map(entry -> terms(List.of(entry.key(), entry.value())))
                  .toList());
      default -> StringValue.of(TermText.of(term));
    };
  }
}
