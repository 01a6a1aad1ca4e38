/// Bytes become documents: one package a format, a place for every node.
module ms.continuu.attest.documents {
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
  requires transitive ms.continuu.attest.value;

  exports ms.continuu.attest.documents;
  exports ms.continuu.attest.documents.dockerfile;
  exports ms.continuu.attest.documents.file;
  exports ms.continuu.attest.documents.json;
  exports ms.continuu.attest.documents.toml;
  exports ms.continuu.attest.documents.yaml;
}
