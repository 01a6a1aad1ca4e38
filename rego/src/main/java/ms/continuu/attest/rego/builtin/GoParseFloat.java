package ms.continuu.attest.rego.builtin;

import java.util.regex.Pattern;
import ms.continuu.attest.value.RegoText;

/// What Go's `strconv.ParseFloat` takes for a finite number, and what it says of other texts.
final class GoParseFloat {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:0[xX](?=[_.]*[0-9a-fA-F])[0-9a-fA-F_]*\\.?[0-9a-fA-F_]*[pP][+-]?[0-9][0-9_]*"
              + "|(?=[_.]*[0-9])[0-9_]*\\.?[0-9_]*(?:[eE][+-]?[0-9][0-9_]*)?)");

  /// An underscore stands between digits, or between the base and a digit.
  private static final Pattern MISPLACED_UNDERSCORE =
      Pattern.compile("(?<![0-9a-fA-FxX])_|_(?![0-9a-fA-F])");

  private GoParseFloat() {}

  /// The error, or the empty string when the text is a number.
  static String fault(String text) {
    String prefix = "strconv.ParseFloat: parsing " + RegoText.quote(text) + ": ";
    if (!NUMBER.matcher(text).matches() || isUnderscoreMisplaced(text)) {
      return prefix + "invalid syntax";
    }
    return Double.isInfinite(Double.parseDouble(text.replace("_", "")))
        ? prefix + "value out of range"
        : "";
  }

  private static boolean isUnderscoreMisplaced(String text) {
    if (text.indexOf('_') < 0) {
      return false;
    }
    boolean hexadecimal = text.indexOf('x') >= 0 || text.indexOf('X') >= 0;
    // In a decimal number the exponent's mark is no digit.
    String checked = hexadecimal ? text : text.replace('e', '#').replace('E', '#');
    return MISPLACED_UNDERSCORE.matcher(checked).find();
  }
}
