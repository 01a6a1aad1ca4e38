package ms.continuu.attest.rego.graphql;

/// A document that is not GraphQL or not valid, with the message that OPA shows.
public final class GraphqlException extends Exception {
  private static final long serialVersionUID = 1L;

  GraphqlException(String message) {
    super(message, null, false, false);
  }

  /// The message, never null.
  public String text() {
    return String.valueOf(getMessage());
  }
}
