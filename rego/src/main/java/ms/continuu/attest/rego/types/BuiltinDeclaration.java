package ms.continuu.attest.rego.types;

import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;

/// What a built-in function declares of itself.
///
/// @param infix its operator, or empty
/// @param relation it may have several results, as `walk` has
/// @param nondeterministic its result may differ from call to call
public record BuiltinDeclaration(
    String name,
    String description,
    List<String> categories,
    Type.Function type,
    String infix,
    boolean relation,
    boolean deprecated,
    boolean nondeterministic) {

  public BuiltinDeclaration {
    categories = List.copyOf(categories);
  }

  public int arity() {
    return type.arity();
  }

  /// Whether a call binds nothing and has no value, as `print`.
  public boolean isVoid() {
    return type.result() == null;
  }

  /// The operator as a call in a program has it.
  public Term.Ref ref() {
    String[] parts = name.split("\\.", -1);
    return new Term.Ref(
        Arrays.stream(parts)
            .<Term>map(part ->
                part == parts[0]
                    ? new Term.Var(part, Location.NONE)
                    : new Term.Scalar(StringValue.of(part), Location.NONE))
            .toList(),
        Location.NONE);
  }

  /// What a program needs to know of it: no descriptions, categories and names of operands.
  public BuiltinDeclaration minimal() {
    return new BuiltinDeclaration(
        name, "", List.of(), type.unnamed(), infix, relation, deprecated, nondeterministic);
  }
}
