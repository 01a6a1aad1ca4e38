package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds input types that hold themselves by fields that may not be null, of which there can be no
/// value.
final class InputCycles {
  private final TypeSystem system;
  private final Set<String> visited = new HashSet<>();
  private final List<Ast.FieldDefinition> path = new ArrayList<>();
  private final Map<String, Integer> depths = new HashMap<>();

  InputCycles(TypeSystem system) {
    this.system = system;
  }

  void check() {
    for (Ast.Definition type : new TreeMap<>(system.types()).values()) {
      if (type.kind() == Ast.DefinitionKind.INPUT_OBJECT) {
        visit(type);
      }
    }
  }

  private void visit(Ast.Definition type) {
    if (!visited.add(type.name())) {
      return;
    }
    depths.put(type.name(), path.size());
    for (Ast.FieldDefinition field : type.fields()) {
      Ast.Definition next = field.type().nonNull() ? system.type(field.type().name()) : null;
      if (next == null || next.kind() != Ast.DefinitionKind.INPUT_OBJECT) {
        continue;
      }
      path.add(field);
      Integer depth = depths.get(next.name());
      if (depth != null) {
        throw cycle(next, path.subList(depth, path.size()));
      }
      visit(next);
      path.removeLast();
    }
    depths.remove(type.name());
  }

  private static TokenReader.Stop cycle(Ast.Definition type, List<Ast.FieldDefinition> fields) {
    return SchemaBuilder.stop(
        fields.getFirst().position(),
        "Cannot reference Input Object \""
            + type.name()
            + "\" within itself through a series of non-null fields: \""
            + String.join(".", fields.stream().map(Ast.FieldDefinition::name).toList())
            + "\".");
  }
}
