package ms.continuu.attest.value;

import java.util.Arrays;

/// What Go 1.26 knows of characters, where it differs from Java: its tables are Unicode 15's.
public final class GoUnicode {
  /// Characters that Java knows and Unicode 15 does not: first and last of each stretch.
  private static final int[] LATER = {
    0x897, 0x897, 0x1B4E, 0x1B4F, 0x1B7F, 0x1B7F, 0x1C89, 0x1C8A, 0x2427, 0x2429, 0x2FFC, 0x2FFF,
    0x31E4, 0x31E5, 0x31EF, 0x31EF, 0xA7CB, 0xA7CD, 0xA7DA, 0xA7DC, 0x105C0, 0x105F3, 0x10D40,
    0x10D65, 0x10D69, 0x10D85, 0x10D8E, 0x10D8F, 0x10EC2, 0x10EC4, 0x10EFC, 0x10EFC, 0x11380,
    0x11389, 0x1138B, 0x1138B, 0x1138E, 0x1138E, 0x11390, 0x113B5, 0x113B7, 0x113C0, 0x113C2,
    0x113C2, 0x113C5, 0x113C5, 0x113C7, 0x113CA, 0x113CC, 0x113D5, 0x113D7, 0x113D8, 0x113E1,
    0x113E2, 0x116D0, 0x116E3, 0x11BC0, 0x11BE1, 0x11BF0, 0x11BF9, 0x11F5A, 0x11F5A, 0x13460,
    0x143FA, 0x16100, 0x16139, 0x16D40, 0x16D79, 0x18CFF, 0x18CFF, 0x1CC00, 0x1CCF9, 0x1CD00,
    0x1CEB3, 0x1E5D0, 0x1E5FA, 0x1E5FF, 0x1E5FF, 0x1F8B2, 0x1F8BB, 0x1F8C0, 0x1F8C1, 0x1FA89,
    0x1FA89, 0x1FA8F, 0x1FA8F, 0x1FABE, 0x1FABE, 0x1FAC6, 0x1FAC6, 0x1FADC, 0x1FADC, 0x1FADF,
    0x1FADF, 0x1FAE9, 0x1FAE9, 0x1FBCB, 0x1FBEF, 0x2EBF0, 0x2EE5D
  };

  private GoUnicode() {}

  /// Whether Go prints a character as it is when it quotes a string.
  public static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UNASSIGNED,
          Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> !isLater(codePoint);
    };
  }

  /// The upper-case form of one character, by its simple mapping.
  public static int toUpperCase(int codePoint) {
    if (isLater(codePoint)) {
      return codePoint;
    }
    int upper = Character.toUpperCase(codePoint);
    return isLater(upper) ? codePoint : upper;
  }

  /// The lower-case form of one character, by its simple mapping.
  public static int toLowerCase(int codePoint) {
    if (isLater(codePoint)) {
      return codePoint;
    }
    int lower = Character.toLowerCase(codePoint);
    return isLater(lower) ? codePoint : lower;
  }

  /// Whether a character has the property White_Space.
  public static boolean isSpace(int codePoint) {
    return switch (codePoint) {
      case ' ',
          '\t',
          '\n',
          0x0B,
          '\f',
          '\r',
          0x85,
          0xA0,
          0x1680,
          0x2028,
          0x2029,
          0x202F,
          0x205F,
          0x3000 ->
          true;
      default -> codePoint >= 0x2000 && codePoint <= 0x200A;
    };
  }

  /// Whether Java knows a character that Unicode 15, and so Go, does not.
  public static boolean isLater(int codePoint) {
    int found = Arrays.binarySearch(LATER, codePoint);
    return found >= 0 || (-found - 1) % 2 != 0;
  }
}
