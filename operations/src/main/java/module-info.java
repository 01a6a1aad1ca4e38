/// The verbs of the product, one class each; the only place that wires things together.
module ms.continuu.attest.operations {
  requires static transitive org.jspecify;
  requires java.management;
  requires jdk.management;
  requires transitive ms.continuu.attest.policy;

  exports ms.continuu.attest.operations.check;
  exports ms.continuu.attest.operations;
  exports ms.continuu.attest.operations.bundle;
  exports ms.continuu.attest.operations.config;
  exports ms.continuu.attest.operations.discover;
  exports ms.continuu.attest.operations.files;
  exports ms.continuu.attest.operations.load;
  exports ms.continuu.attest.operations.opa;
  exports ms.continuu.attest.operations.policies;
  exports ms.continuu.attest.operations.render;
  exports ms.continuu.attest.operations.scaffold;
  exports ms.continuu.attest.operations.scan;
  exports ms.continuu.attest.operations.testing;
  exports ms.continuu.attest.operations.trace;
  exports ms.continuu.attest.operations.validate;
}
