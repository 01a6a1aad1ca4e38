/// The Rego language, text to result. Needs neither YAML nor disk nor network: an embedder takes
/// this and `value`.
module ms.continuu.attest.rego {
  requires static transitive org.jspecify;
  requires re2j;
  requires transitive ms.continuu.attest.value;

  exports ms.continuu.attest.rego;
  exports ms.continuu.attest.rego.syntax;
  exports ms.continuu.attest.rego.builtin;
  exports ms.continuu.attest.rego.check;
  exports ms.continuu.attest.rego.crypto;
  exports ms.continuu.attest.rego.format;
  exports ms.continuu.attest.rego.host;
  exports ms.continuu.attest.rego.net;
  exports ms.continuu.attest.rego.testing;
  exports ms.continuu.attest.rego.trace;
  exports ms.continuu.attest.rego.types;

  uses ms.continuu.attest.rego.host.YamlCodec;
}
