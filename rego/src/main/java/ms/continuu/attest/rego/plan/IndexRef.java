package ms.continuu.attest.rego.plan;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.ir.IndexPlace;
import ms.continuu.attest.rego.ir.IndexPlace.Root;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.Constants;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A ref that rules are indexed by.
///
/// @param root `input`, `data` or `args`
/// @param location where it was first seen; does not count for equality
record IndexRef(String root, List<Value> path, Location location) {
  static final String ARGUMENTS = "args";

  static IndexRef argument(int position) {
    return new IndexRef(ARGUMENTS, List.of(NumberValue.of(position)), Location.NONE);
  }

  /// A ground ref of `data` or `input` without refs in it, or null for another.
  static @Nullable IndexRef of(Term.Ref ref) {
    if (!(ref.head() instanceof Term.Var head)
        || !head.name().equals("data") && !head.name().equals("input")) {
      return null;
    }
    List<Term> keys = ref.terms().subList(1, ref.terms().size());
    List<Value> path = new ArrayList<>();
    for (Term key : keys) {
      Value value = Constants.valueOf(key);
      if (value == null) {
        return null;
      }
      path.add(value);
    }
    return new IndexRef(head.name(), path, head.location());
  }

  /// The ref as a term again; null for an argument of a function.
  Term.Ref term() {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term.Var(root, location));
    path.forEach(part -> terms.add(new Term.Scalar(part, Location.NONE)));
    return new Term.Ref(terms, location);
  }

  IndexPlace place() {
    Value[] keys = path.toArray(Value[]::new);
    return switch (root) {
      case "input" -> new IndexPlace(Root.INPUT, keys, 0);
      case "data" -> new IndexPlace(Root.DATA, keys, 0);
      default -> IndexPlace.argument((int) ((NumberValue) path.getFirst()).longValue());
    };
  }

  boolean isSame(IndexRef other) {
    return root.equals(other.root) && path.equals(other.path);
  }
}
