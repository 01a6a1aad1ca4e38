/// argv to request to operation to exit code.
module ms.continuu.attest.cli {
  requires static transitive org.jspecify;
  requires transitive ms.continuu.attest.operations;

  exports ms.continuu.attest.cli;
  exports ms.continuu.attest.cli.console;
}
