package ms.continuu.attest.cli.flags;

/// A command line, or an environment variable, that the flags refuse.
public final class FlagException extends Exception {
  private static final long serialVersionUID = 1L;

  public FlagException(String message) {
    super(message, null, false, false);
  }

  /// What is wrong, in pflag's words.
  public String text() {
    return String.valueOf(getMessage());
  }
}
