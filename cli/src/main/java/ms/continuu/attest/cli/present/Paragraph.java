package ms.continuu.attest.cli.present;

/// A text in lines that fit a terminal.
public final class Paragraph {
  private static final int WIDTH = 100;

  private Paragraph() {}

  /// The text with each line, new or its own, behind an indent.
  public static String wrapped(String text, int indent) {
    StringBuilder out = new StringBuilder();
    for (String line : text.strip().split("\n", -1)) {
      int width = 0;
      for (String word : line.strip().split(" +")) {
        int length = TextWidth.of(word);
        if (width > 0 && indent + width + 1 + length > WIDTH) {
          out.append('\n');
          width = 0;
        }
        out.append(width == 0 ? " ".repeat(indent) : " ").append(word);
        width += length + (width == 0 ? 0 : 1);
      }
      out.append('\n');
    }
    return out.toString();
  }

  /// The text as its lines are, each behind an indent.
  public static String indented(String text, int indent) {
    StringBuilder out = new StringBuilder();
    text.stripTrailing()
        .lines()
        .forEach(line -> out.append((" ".repeat(indent) + line).stripTrailing()).append('\n'));
    return out.toString();
  }
}
