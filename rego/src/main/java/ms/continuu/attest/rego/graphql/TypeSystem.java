package ms.continuu.attest.rego.graphql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A schema that was checked: its types and directives by name.
///
/// @param possible the types that may stand for an abstract type, and every object for itself
record TypeSystem(
    Map<String, Ast.Definition> types,
    Map<String, Ast.DirectiveDefinition> directives,
    Map<String, List<Ast.Definition>> possible,
    Map<String, String> roots) {

  Ast.@Nullable Definition type(String name) {
    return types.get(name);
  }

  Ast.@Nullable DirectiveDefinition directive(String name) {
    return directives.get(name);
  }

  List<Ast.Definition> possible(String name) {
    return possible.getOrDefault(name, List.of());
  }

  /// The type where operations of a kind begin, or null.
  Ast.@Nullable Definition root(String operation) {
    String name = roots.get(operation.isEmpty() ? "query" : operation);
    return name == null ? null : types.get(name);
  }
}
