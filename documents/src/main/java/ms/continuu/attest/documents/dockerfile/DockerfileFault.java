package ms.continuu.attest.documents.dockerfile;

import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;

/// Ends reading with what is wrong, and where.
final class DockerfileFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;
  private final int start;
  private final int end;

  DockerfileFault(String message, int start, int end) {
    super(message, null, false, false);
    this.message = message;
    this.start = start;
    this.end = end;
  }

  DockerfileFault(String message, Word word) {
    this(message, word.start(), word.end());
  }

  Diagnostic diagnostic(SourceFile source) {
    return Diagnostic.error("dockerfile_parse_error", message, source.at(start, end));
  }
}
