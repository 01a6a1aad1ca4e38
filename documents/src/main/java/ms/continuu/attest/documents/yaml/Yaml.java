package ms.continuu.attest.documents.yaml;

import java.util.List;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// YAML, read under a schema.
public final class Yaml implements DocumentFormat {
  /// As OPA reads data and input.
  public static final Yaml OPA = new Yaml(YamlSchema.OPA);

  /// As Kubernetes' tools read manifests.
  public static final Yaml KUBERNETES = new Yaml(YamlSchema.KUBERNETES);

  private final YamlSchema schema;

  private Yaml(YamlSchema schema) {
    this.schema = schema;
  }

  @Override
  public String name() {
    return "yaml";
  }

  @Override
  public Reading read(SourceFile source, DocumentLimits limits) {
    return new YamlReader(source, schema, limits).read();
  }

  /// The first document of a text, if any, or why it is none.
  public record Composed<N>(@Nullable N root, List<Diagnostic> diagnostics) {
    public Composed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Reads the first document of a text, whatever stands behind it, as nodes of the caller's.
  public static <N> Composed<N> compose(
      SourceFile source, DocumentLimits limits, NodeMaker<N> maker) {
    return new YamlComposer<>(source, limits, maker).compose();
  }

  /// A value as block YAML in go-yaml's form, two spaces a level.
  public static String write(Value value) {
    return YamlWriter.write(value);
  }
}
