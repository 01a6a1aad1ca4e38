package ms.continuu.attest.rego.builtin;

import java.util.Arrays;
import java.util.function.IntPredicate;
import ms.continuu.attest.value.GoUnicode;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// `trim*`: strings with something cut off their ends.
final class Trimming implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("trim", Trimming::both);
    registry.add("trim_left", Trimming::left);
    registry.add("trim_right", Trimming::right);
    registry.add("trim_space", Trimming::space);
    registry.add("trim_prefix", Trimming::prefix);
    registry.add("trim_suffix", Trimming::suffix);
  }

  private static Value both(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    IntPredicate unwanted = anyOf(Operands.text(operands, 2));
    return StringValue.of(trimRight(trimLeft(text, unwanted), unwanted));
  }

  private static Value left(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    return StringValue.of(trimLeft(text, anyOf(Operands.text(operands, 2))));
  }

  private static Value right(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    return StringValue.of(trimRight(text, anyOf(Operands.text(operands, 2))));
  }

  private static Value space(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    return StringValue.of(trimRight(trimLeft(text, GoUnicode::isSpace), GoUnicode::isSpace));
  }

  /// A stray byte counts as U+FFFD, in the text and among the unwanted characters.
  private static IntPredicate anyOf(String characters) {
    int[] unwanted = GoStrings.runes(characters);
    return c -> Arrays.stream(unwanted).anyMatch(u -> u == c);
  }

  private static String trimLeft(String text, IntPredicate unwanted) {
    int at = 0;
    while (at < text.length() && unwanted.test(GoStrings.rune(text.codePointAt(at)))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(at);
  }

  private static String trimRight(String text, IntPredicate unwanted) {
    int end = text.length();
    while (end > 0 && unwanted.test(GoStrings.rune(text.codePointBefore(end)))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(0, end);
  }

  private static Value prefix(BuiltinContext context, Value[] operands) throws BuiltinFault {
    StringValue string = Operands.string(operands, 1);
    String prefix = Operands.text(operands, 2);
    String text = string.text();
    if (!GoStrings.startsWith(text, prefix)) {
      return string;
    }
    if (!Utf8.hasStrayBytes(prefix)) {
      return StringValue.of(text.substring(prefix.length()));
    }
    byte[] bytes = string.bytes();
    int cut = Utf8.encode(prefix).length;
    return StringValue.ofBytes(Arrays.copyOfRange(bytes, cut, bytes.length));
  }

  private static Value suffix(BuiltinContext context, Value[] operands) throws BuiltinFault {
    StringValue string = Operands.string(operands, 1);
    String suffix = Operands.text(operands, 2);
    String text = string.text();
    if (!GoStrings.endsWith(text, suffix)) {
      return string;
    }
    if (!Utf8.hasStrayBytes(suffix)) {
      return StringValue.of(text.substring(0, text.length() - suffix.length()));
    }
    byte[] bytes = string.bytes();
    return StringValue.ofBytes(Arrays.copyOf(bytes, bytes.length - Utf8.encode(suffix).length));
  }
}
