package ms.continuu.attest.rego.format;

import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;

/// A term at another place than its own, for layouts that must not follow its own. What is in it
/// stays where it is.
final class Relocation {
  private Relocation() {}

  /// The same text on another row.
  static Term toRow(Term term, int row) {
    Location place = term.location();
    return to(term, new Location(place.source(), place.start(), place.end(), row, place.column()));
  }

  static Term to(Term term, Location place) {
    return switch (term) {
      case Term.Scalar t -> new Term.Scalar(t.value(), place);
      case Term.Var t -> new Term.Var(t.name(), place);
      case Term.Ref t -> new Term.Ref(t.terms(), place);
      case Term.ArrayTerm t -> new Term.ArrayTerm(t.items(), place);
      case Term.ObjectTerm t -> new Term.ObjectTerm(t.entries(), place);
      case Term.SetTerm t -> new Term.SetTerm(t.items(), place);
      case Term.ArrayComprehension t -> new Term.ArrayComprehension(t.term(), t.body(), place);
      case Term.SetComprehension t -> new Term.SetComprehension(t.term(), t.body(), place);
      case Term.ObjectComprehension t ->
          new Term.ObjectComprehension(t.key(), t.value(), t.body(), place);
      case Term.Call t -> new Term.Call(t.terms(), place);
      case Term.TemplateString t -> new Term.TemplateString(t.parts(), t.multiLine(), place);
    };
  }
}
