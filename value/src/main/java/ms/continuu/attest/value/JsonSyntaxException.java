package ms.continuu.attest.value;

/// A text that is no JSON, in the words of Go's `encoding/json`. Cheap: it has no stack trace.
public final class JsonSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  JsonSyntaxException(String message, int offset) {
    super(message, null, false, false);
    this.offset = offset;
  }

  /// The number of bytes before the fault.
  public int offset() {
    return offset;
  }
}
