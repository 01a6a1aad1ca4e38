package ms.continuu.attest.rego.plan;

import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import org.jspecify.annotations.Nullable;

/// One thing that a rule needs of the value at a ref.
///
/// @param ref the number of the ref
/// @param value a constant or a pattern it must equal; a variable: it must be defined, and is what
///   the variable stands for
/// @param delimiter the value is compared by its parts between these characters; null for as it is
record IndexEntry(int ref, Term value, Kind kind, @Nullable String delimiter) {

  /// How `value` is to be understood.
  enum Kind {
    EQUAL,
    PREFIX,
    SUFFIX,
    MEMBER
  }

  /// Stands for "defined" where no variable is at hand.
  static final Term.Var ANY = new Term.Var("__any__", ms.continuu.attest.value.Location.NONE);

  static IndexEntry equal(int ref, Term value) {
    return new IndexEntry(ref, value, Kind.EQUAL, null);
  }

  boolean isVar() {
    return value instanceof Term.Var;
  }

  boolean isAffix() {
    return kind == Kind.PREFIX || kind == Kind.SUFFIX;
  }

  boolean isComposite() {
    return !(value instanceof Term.Scalar);
  }

  boolean isSame(IndexEntry other) {
    return ref == other.ref && kind == other.kind && Terms.equal(value, other.value);
  }
}
