package ms.continuu.attest.rego.format;

import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// The literal parts of template strings.
final class TemplateText {
  private TemplateText() {}

  /// A value as it stands between the quotes.
  ///
  /// @param raw between backquotes, where only braces are escaped
  static String of(Value value, boolean raw) {
    String text = RegoText.of(value);
    if (!(value instanceof StringValue string)) {
      return text;
    }
    return raw ? escaped(string.text()) : escaped(text.substring(1, text.length() - 1));
  }

  /// A brace would open an expression.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '{' && (i == 0 || text.charAt(i - 1) != '\\')) {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    return escaped.toString();
  }
}
