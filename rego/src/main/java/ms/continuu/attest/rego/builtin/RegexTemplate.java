package ms.continuu.attest.rego.builtin;

import java.util.Arrays;
import ms.continuu.attest.value.Utf8;

/// Texts with regular expressions between delimiters, as `urn:foo:{.*}`.
final class RegexTemplate {
  private RegexTemplate() {}

  /// The regular expression that a template stands for. Delimiters are bytes, and may nest.
  static String expression(byte[] template, byte start, byte end) throws BuiltinFault {
    StringBuilder expression = new StringBuilder("^");
    int level = 0;
    int opened = 0;
    int from = 0;
    for (int i = 0; i < template.length; i++) {
      if (template[i] == start) {
        if (++level == 1) {
          opened = i;
        }
      } else if (template[i] == end) {
        if (--level < 0) {
          throw unbalanced(template);
        }
        if (level == 0) {
          expression.append(GoRegexp.quoteMeta(text(template, from, opened)));
          expression.append('(').append(text(template, opened + 1, i)).append(')');
          from = i + 1;
        }
      }
    }
    if (level != 0) {
      throw unbalanced(template);
    }
    checkParts(template, start, end);
    expression.append(GoRegexp.quoteMeta(text(template, from, template.length)));
    return GoStrings.value(expression.append('$')).text();
  }

  /// Each part between delimiters is an expression of its own.
  private static void checkParts(byte[] template, byte start, byte end) throws BuiltinFault {
    int level = 0;
    int opened = 0;
    for (int i = 0; i < template.length; i++) {
      if (template[i] == start) {
        if (++level == 1) {
          opened = i;
        }
      } else if (template[i] == end && --level == 0) {
        GoRegexpParser.parse("^" + text(template, opened + 1, i) + "$");
      }
    }
  }

  private static String text(byte[] template, int from, int to) {
    return Utf8.decode(Arrays.copyOfRange(template, from, to));
  }

  private static BuiltinFault unbalanced(byte[] template) {
    return BuiltinFault.of("unbalanced braces in " + GoQuote.string(Utf8.decode(template)));
  }
}
