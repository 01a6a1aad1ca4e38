package ms.continuu.attest.rego.format;

/// A comment stands where the style has no place for it. Whoever writes a term catches this and
/// writes the term as it stood in the source.
final class UnexpectedComment extends Exception {
  private static final long serialVersionUID = 1;

  UnexpectedComment() {
    super("a comment where none can stand", null, false, false);
  }

  /// A step that may meet such a comment.
  interface Step {
    void run() throws UnexpectedComment;
  }
}
