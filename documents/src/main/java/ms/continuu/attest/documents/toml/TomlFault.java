package ms.continuu.attest.documents.toml;

import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;

/// Ends reading with what is wrong, and where.
final class TomlFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;
  private final int at;

  TomlFault(String message, int at) {
    super(message, null, false, false);
    this.message = message;
    this.at = at;
  }

  Diagnostic diagnostic(SourceFile source) {
    int length = source.text().length();
    int start = Math.min(at, length);
    return Diagnostic.error(
        "toml_parse_error", message, source.at(start, Math.min(start + 1, length)));
  }
}
