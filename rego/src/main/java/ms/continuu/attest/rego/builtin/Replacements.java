package ms.continuu.attest.rego.builtin;

import java.util.List;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;

/// Replaces strings in one walk over a text, as Go's `strings.Replacer` does: at each place the
/// first pair that fits is taken, and what was written is not looked at again. An empty string fits
/// before each byte and at the end.
final class Replacements {
  private final List<String> olds;
  private final List<String> news;

  /// @param olds the strings to replace, the more important first
  /// @param news as many strings to put in their place
  Replacements(List<String> olds, List<String> news) {
    this.olds = olds;
    this.news = news;
  }

  StringValue apply(BuiltinContext context, String text) throws BuiltinFault {
    boolean plain = olds.stream().noneMatch(old -> old.isEmpty() || Utf8.hasStrayBytes(old));
    if (plain) {
      return GoStrings.value(walk(context, text));
    }
    Replacements bytewise =
        new Replacements(
            olds.stream().map(GoStrings::bytewise).toList(),
            news.stream().map(GoStrings::bytewise).toList());
    return StringValue.of(
        GoStrings.ofBytewise(bytewise.walk(context, GoStrings.bytewise(text)).toString()));
  }

  private StringBuilder walk(BuiltinContext context, String text) throws BuiltinFault {
    StringBuilder result = new StringBuilder(text.length());
    boolean afterEmpty = false;
    int at = 0;
    while (at <= text.length()) {
      int found = find(text, at, afterEmpty);
      if (found >= 0) {
        context.checkCancelled();
        result.append(news.get(found));
        at += olds.get(found).length();
        afterEmpty = olds.get(found).isEmpty();
      } else {
        if (at < text.length()) {
          result.append(text.charAt(at));
        }
        at++;
        afterEmpty = false;
      }
    }
    return result;
  }

  private int find(String text, int at, boolean ignoreEmpty) {
    for (int i = 0; i < olds.size(); i++) {
      String old = olds.get(i);
      if (text.startsWith(old, at) && !(ignoreEmpty && old.isEmpty())) {
        return i;
      }
    }
    return -1;
  }
}
