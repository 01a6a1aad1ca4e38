package ms.continuu.attest.rego.ir;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// A text cut at delimiters, unless they are escaped.
public final class GlobParts {
  private GlobParts() {}

  /// The parts of a text between any of the characters of `delimiters`.
  public static List<String> split(String text, String delimiters) {
    List<String> parts = new ArrayList<>();
    boolean escaped = false;
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || escaped) {
        escaped = !escaped;
      } else if (delimiters.indexOf(c) >= 0) {
        parts.add(text.substring(last, i));
        last = i + 1;
      }
    }
    parts.add(text.substring(last));
    return parts;
  }

  static ArrayValue array(String text, String delimiters) {
    return ArrayValue.owning(
        split(text, delimiters).stream().map(StringValue::of).toArray(Value[]::new));
  }
}
