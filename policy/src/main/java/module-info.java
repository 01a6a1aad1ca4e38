/// What a policy is: sources, policy sets, subjects, decisions, reports.
module ms.continuu.attest.policy {
  requires static transitive org.jspecify;
  requires transitive ms.continuu.attest.documents;
  requires transitive ms.continuu.attest.rego;

  provides ms.continuu.attest.rego.host.YamlCodec with
      ms.continuu.attest.policy.rego.DocumentsYaml;
}
