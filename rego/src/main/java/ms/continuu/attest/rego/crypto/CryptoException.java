package ms.continuu.attest.rego.crypto;

/// A key, certificate, token or encoding that is refused, in Go's words. It has no stack trace.
public final class CryptoException extends Exception {
  private static final long serialVersionUID = 1L;

  public CryptoException(String message) {
    super(message, null, false, false);
  }

  /// The message; never null.
  public String text() {
    return String.valueOf(getMessage());
  }

  /// The same refusal with words in front.
  public CryptoException within(String prefix) {
    return new CryptoException(prefix + text());
  }
}
