package ms.continuu.attest.documents.yaml;

/// Which styles of scalar can carry a text, by libyaml's analysis for block context.
record Quoting(boolean allowsPlain, boolean allowsSingle, boolean allowsBlock) {

  static Quoting of(String text) {
    if (text.isEmpty()) {
      return new Quoting(false, true, false);
    }
    boolean indicators = text.startsWith("---") || text.startsWith("...");
    boolean special = false;
    boolean tab = false;
    boolean breaks = false;
    boolean spaceBreak = false;
    boolean breakSpace = false;
    int before = ' ';
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean blankNext = next >= text.length() || isBlank(text.charAt(next));
      indicators |=
          i == 0
              ? isFirstIndicator(c, blankNext)
              : c == ':' && blankNext || c == '#' && isBlank(before);
      if (c == '\r') {
        special = true;
      } else if (isBreak(c)) {
        breaks = true;
        spaceBreak |= i > 0 && before == ' ';
      } else if (c == '\t') {
        tab = true;
      } else if (c == ' ') {
        breakSpace |= i > 0 && isBreak(before);
      } else if (!isPrintable(c)) {
        special = true;
      }
      before = c;
    }
    boolean edgeSpace = text.charAt(0) == ' ' || text.endsWith(" ");
    boolean edgeBreak = isBreak(text.charAt(0)) || isBreak(text.charAt(text.length() - 1));
    boolean onlyDouble = special || spaceBreak;
    boolean plain =
        !indicators && !edgeSpace && !edgeBreak && !breaks && !tab && !onlyDouble && !breakSpace;
    boolean single = !onlyDouble && !tab && !breakSpace;
    boolean block = !special && !text.endsWith(" ") && !spaceBreak;
    return new Quoting(plain, single, block);
  }

  /// The text in double quotes with YAML's escapes.
  static String doubleQuoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> appendEscaped(out, c));
    return out.append('"').toString();
  }

  private static void appendEscaped(StringBuilder out, int c) {
    switch (c) {
      case 0 -> out.append("\\0");
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case 0x0B -> out.append("\\v");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      case 0x1B -> out.append("\\e");
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case 0x85 -> out.append("\\N");
      case 0xA0 -> out.append("\\_");
      case 0x2028 -> out.append("\\L");
      case 0x2029 -> out.append("\\P");
      default -> {
        if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(
              c <= 0xFF
                  ? "\\x%02X".formatted(c)
                  : c <= 0xFFFF ? "\\u%04X".formatted(c) : "\\U%08X".formatted(c));
        }
      }
    }
  }

  private static boolean isFirstIndicator(int c, boolean blankNext) {
    return "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || (c == '?' || c == ':' || c == '-') && blankNext;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || isBreak(c);
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean isPrintable(int c) {
    return c == '\n'
        || c >= 0x20 && c <= 0x7E
        || c >= 0xA0 && c <= 0xFFFD && c != 0xFEFF && !(c >= 0xD800 && c <= 0xDFFF);
  }
}
