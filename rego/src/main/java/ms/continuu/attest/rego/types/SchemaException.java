package ms.continuu.attest.rego.types;

/// A JSON schema that cannot be used, with OPA's message.
public final class SchemaException extends Exception {
  private static final long serialVersionUID = 1L;

  SchemaException(String message) {
    super(message);
  }
}
