package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A `# METADATA` block.
///
/// @param scope `rule`, `document`, `package` or `subpackages`
/// @param compile the `compile` section, as a value
public record Annotations(
    String scope,
    String title,
    String description,
    boolean entrypoint,
    List<String> organizations,
    List<RelatedResource> relatedResources,
    List<Author> authors,
    List<SchemaAnnotation> schemas,
    @Nullable Value compile,
    @Nullable ObjectValue labels,
    @Nullable ObjectValue custom,
    Location location) {

  public Annotations {
    organizations = List.copyOf(organizations);
    relatedResources = List.copyOf(relatedResources);
    authors = List.copyOf(authors);
    schemas = List.copyOf(schemas);
  }

  Annotations withScope(String scope) {
    return new Annotations(
        scope,
        title,
        description,
        entrypoint,
        organizations,
        relatedResources,
        authors,
        schemas,
        compile,
        labels,
        custom,
        location);
  }

  /// Whether all keys in a value are strings. Those deep in a map may be none, as YAML has them:
  /// then the annotations cannot be written as JSON.
  public static boolean isJson(@Nullable Value value) {
    return switch (value) {
      case ArrayValue array -> array.asList().stream().allMatch(Annotations::isJson);
      case ObjectValue object -> {
        boolean named = true;
        for (int i = 0; i < object.size() && named; i++) {
          named = object.keyAt(i) instanceof StringValue && isJson(object.valueAt(i));
        }
        yield named;
      }
      case null, default -> true;
    };
  }

  /// A reference to further reading.
  public record RelatedResource(String ref, String description) {}

  /// A person, by name or e-mail address.
  public record Author(String name, String email) {}

  /// The schema of a path: a ref to a loaded schema, or the schema itself.
  public record SchemaAnnotation(
      Term.Ref path, Term.@Nullable Ref schema, @Nullable Value definition) {}
}
