package ms.continuu.attest.documents.yaml;

/// How plain scalars are understood.
public enum YamlSchema {
  /// As OPA does: YAML 1.2's core schema with go-yaml's leniencies; `yes` and `on` are strings; a
  /// repeated key's last value wins.
  OPA,
  /// As Kubernetes' tools do: YAML 1.1's booleans (`yes`, `on`, …); a repeated key is an error.
  KUBERNETES
}
