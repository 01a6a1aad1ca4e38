package ms.continuu.attest.documents;

import ms.continuu.attest.value.SourceFile;

/// A format of documents.
public interface DocumentFormat {

  /// The format's name, as `--input-type` takes it.
  String name();

  /// Reads a source. Never throws on bad text: what is wrong stands in the reading.
  Reading read(SourceFile source, DocumentLimits limits);
}
