package ms.continuu.attest.cli.present;

/// How many columns of a terminal a text takes.
final class TextWidth {
  private TextWidth() {}

  static int of(String text) {
    int width = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7F) {
        width++;
        i++;
      } else {
        int codePoint = text.codePointAt(i);
        width += of(codePoint);
        i += Character.charCount(codePoint);
      }
    }
    return width;
  }

  private static int of(int c) {
    int type = Character.getType(c);
    boolean none =
        c < 0x20
            || c >= 0x7F && c < 0xA0
            || type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT;
    return none ? 0 : isWide(c) ? 2 : 1;
  }

  /// East Asian wide and full-width characters, and emoji.
  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x2E80 && c <= 0x303E
        || c >= 0x3041 && c <= 0x33FF
        || c >= 0x3400 && c <= 0x4DBF
        || c >= 0x4E00 && c <= 0x9FFF
        || c >= 0xA000 && c <= 0xA4CF
        || c >= 0xA960 && c <= 0xA97F
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF01 && c <= 0xFF60
        || c >= 0xFFE0 && c <= 0xFFE6
        || c >= 0x1F300 && c <= 0x1F64F
        || c >= 0x1F680 && c <= 0x1F6FF
        || c >= 0x1F900 && c <= 0x1F9FF
        || c >= 0x1FA70 && c <= 0x1FAFF
        || c >= 0x20000 && c <= 0x3FFFD;
  }
}
