package ms.continuu.attest.rego.gotime;

/// A text that is no time, duration or zone, in Go's words.
public final class TimeException extends Exception {
  private static final long serialVersionUID = 1L;

  TimeException(String message) {
    super(message, null, false, false);
  }

  /// The message, never null.
  public String text() {
    return String.valueOf(getMessage());
  }

  /// A text in quotes as Go's `time` package writes it: all but ASCII as bytes in hexadecimal.
  static String quote(String bytes) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c < ' ' || c >= 0x80) {
        quoted.append(String.format("\\x%02x", (int) c));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
