/// Public suites, differential and property tests; not shipped.
module ms.continuu.attest.conformance {
  requires static transitive org.jspecify;
  requires transitive ms.continuu.attest.cli;
}
