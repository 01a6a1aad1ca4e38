package ms.continuu.attest.rego.net;

/// A text that is no URL or no address, with Go's reason. It has no stack trace.
public final class NameFault extends Exception {
  private static final long serialVersionUID = 1L;

  public NameFault(String reason) {
    super(reason, null, false, false);
  }

  /// The reason; never null.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
