package ms.continuu.attest.cli.present;

/// A text that indents what is written to it, as OPA's test reports do: at the begin of each piece
/// and after each line end within it.
final class IndentedText {
  private final StringBuilder out;
  private final String indent;

  IndentedText(StringBuilder out, int width) {
    this.out = out;
    this.indent = " ".repeat(width);
  }

  /// This with a deeper indent.
  IndentedText deeper(int width) {
    return new IndentedText(out, indent.length() + width);
  }

  IndentedText write(String piece) {
    boolean indenting = true;
    for (int i = 0; i < piece.length(); i++) {
      if (indenting) {
        out.append(indent);
      }
      char c = piece.charAt(i);
      out.append(c);
      indenting = c == '\n';
    }
    return this;
  }
}
