package ms.continuu.attest.documents.yaml;

import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;

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

  /// A value as block YAML in go-yaml's form, two spaces a level.
  public static String write(Value value) {
    return YamlWriter.write(value);
  }
}
