package ms.continuu.attest.rego.syntax;

/// The version of the language that a module is written in. `V0_COMPAT_V1` is v0 with `import
/// rego.v1`.
public enum RegoVersion {
  V0,
  V0_COMPAT_V1,
  V1,
  V2
}
