package ms.continuu.attest.rego.syntax;

/// What is wrong with a `# METADATA` block: control flow between its reader's parts.
final class AnnotationFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /// Who complains.
  enum Kind {
    YAML,
    OPA
  }

  AnnotationFault(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  AnnotationFault(String message) {
    this(Kind.OPA, message);
  }

  Kind kind() {
    return kind;
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
