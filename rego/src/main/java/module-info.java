/// The Rego language, text to result. Needs neither YAML nor disk nor network: an embedder takes this and `value`.
module ms.continuu.attest.rego {
  requires static transitive org.jspecify;
  requires re2j;
  requires transitive ms.continuu.attest.value;

  exports ms.continuu.attest.rego;
  exports ms.continuu.attest.rego.syntax;
  exports ms.continuu.attest.rego.builtin;

  uses ms.continuu.attest.rego.YamlCodec;
}
