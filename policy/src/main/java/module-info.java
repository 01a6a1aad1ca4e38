/// What a policy is: sources, policy sets, subjects, decisions, reports.
module ms.continuu.attest.policy {
  requires static java.xml; // the tests read reports
  requires static transitive org.jspecify;

  exports ms.continuu.attest.policy;
  exports ms.continuu.attest.policy.archive;
  exports ms.continuu.attest.policy.host;
  exports ms.continuu.attest.policy.report;
  exports ms.continuu.attest.policy.rego;

  requires transitive ms.continuu.attest.documents;
  requires transitive ms.continuu.attest.rego;

  provides ms.continuu.attest.rego.host.YamlCodec with
      ms.continuu.attest.policy.rego.DocumentsYaml;
}
