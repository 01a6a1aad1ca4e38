package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// One rule definition.
///
/// @param otherwise the rule of its `else`, or null
/// @param generatedBody the body was not written (`p := 1`) and is `true`
public record Rule(
    boolean isDefault,
    Head head,
    Body body,
    @Nullable Rule otherwise,
    List<Annotations> annotations,
    boolean generatedBody,
    Location location) {

  public Rule {
    annotations = List.copyOf(annotations);
  }

  public Rule withHead(Head head) {
    return new Rule(isDefault, head, body, otherwise, annotations, generatedBody, location);
  }

  public Rule withBody(Body body) {
    return new Rule(isDefault, head, body, otherwise, annotations, generatedBody, location);
  }

  public Rule withAnnotations(List<Annotations> annotations) {
    return new Rule(isDefault, head, body, otherwise, annotations, generatedBody, location);
  }

  public Rule withOtherwise(@Nullable Rule otherwise) {
    return new Rule(isDefault, head, body, otherwise, annotations, generatedBody, location);
  }

  /// A rule's head.
  ///
  /// @param name the name OPA's AST JSON prints; empty for a general ref head
  /// @param ref the whole ref of the head, without the package
  /// @param args parameters of a function, else empty
  /// @param key the member of a partial set, or the key of a partial object
  /// @param value the value; null for a partial set
  /// @param assign written with `:=`
  /// @param generatedValue the value was not written and is `true`
  public record Head(
      String name,
      Term.Ref ref,
      List<Term> args,
      @Nullable Term key,
      @Nullable Term value,
      boolean assign,
      boolean generatedValue,
      boolean contains,
      boolean hasIf,
      Location location) {
    public Head {
      args = List.copyOf(args);
    }
  }
}
