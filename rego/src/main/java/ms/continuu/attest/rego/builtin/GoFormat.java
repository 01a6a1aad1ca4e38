package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Go's `fmt.Sprintf` and its kin.
///
/// Operands are null, Boolean, Long, Double, [Complex], BigInteger, String, [JsonNumber], List and
/// Map with string keys; texts hold stray bytes as [ms.continuu.attest.value.StringValue] tells.
final class GoFormat {
  /// More than this is no width, precision or index.
  private static final int LARGEST = 1_000_000;

  private final StringBuilder out = new StringBuilder();
  private final FormatField field = new FormatField(out);
  private final String integerType;
  private boolean faulty;
  private boolean reordered;
  private boolean goodIndex;

  /// A number that is kept as its text, as Go's `json.Number`.
  record JsonNumber(String text) {}

  /// A complex number of two doubles.
  record Complex(double real, double imaginary) {}

  private GoFormat(String integerType) {
    this.integerType = integerType;
  }

  /// The text of a format with its operands.
  ///
  /// @param integerType the Go type that a Long stands for: `int` or `int64`
  static String sprintf(
      String format, List<? extends @Nullable Object> operands, String integerType) {
    GoFormat formatting = new GoFormat(integerType);
    formatting.print(format, new ArrayList<>(operands));
    return formatting.out.toString();
  }

  /// The operands one after another, a space between two that are no strings.
  static String sprint(List<? extends @Nullable Object> operands) {
    GoFormat formatting = new GoFormat("int");
    boolean afterString = false;
    for (int i = 0; i < operands.size(); i++) {
      Object operand = operands.get(i);
      boolean string = operand instanceof String || operand instanceof JsonNumber;
      if (i > 0 && !string && !afterString) {
        formatting.out.append(' ');
      }
      formatting.value(operand, 'v');
      afterString = string;
    }
    return formatting.out.toString();
  }

  /// The operands with spaces between them and a line end behind.
  static String sprintln(List<? extends @Nullable Object> operands) {
    GoFormat formatting = new GoFormat("int");
    for (int i = 0; i < operands.size(); i++) {
      formatting.out.append(i > 0 ? " " : "");
      formatting.value(operands.get(i), 'v');
    }
    return formatting.out.append('\n').toString();
  }

  /// The name of an operand's Go type.
  static String typeName(Object value, String integerType) {
    return switch (value) {
      case Boolean b -> "bool";
      case Long l -> integerType;
      case Double d -> "float64";
      case Complex c -> "complex128";
      case BigInteger b -> "*big.Int";
      case String s -> "string";
      case JsonNumber n -> "json.Number";
      case List<?> l -> "[]interface {}";
      default -> "map[string]interface {}";
    };
  }

  private void print(String format, List<@Nullable Object> operands) {
    int at = 0;
    int next = 0;
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      Verb verb = new Verb(format, percent + 1, next, operands);
      at = verb.print();
      next = verb.operand;
    }
    if (!reordered && next < operands.size()) {
      field.clear();
      extra(operands.subList(next, operands.size()));
    }
  }

  private void extra(List<@Nullable Object> operands) {
    out.append("%!(EXTRA ");
    for (int i = 0; i < operands.size(); i++) {
      out.append(i > 0 ? ", " : "");
      Object operand = operands.get(i);
      if (operand == null) {
        out.append("<nil>");
      } else {
        out.append(typeName(operand, integerType)).append('=');
        value(operand, 'v');
      }
    }
    out.append(')');
  }

  /// One `%…` of a format.
  private final class Verb {
    private final String format;
    private final List<@Nullable Object> operands;
    private int at;

    /// The operand that is next.
    private int operand;

    Verb(String format, int at, int operand, List<@Nullable Object> operands) {
      this.format = format;
      this.at = at;
      this.operand = operand;
      this.operands = operands;
    }

    /// Prints it; returns the offset behind it.
    int print() {
      goodIndex = true;
      field.clear();
      if (flags()) {
        return at;
      }
      boolean afterIndex = width(index());
      afterIndex = precision(afterIndex);
      if (!afterIndex) {
        index();
      }
      if (at >= format.length()) {
        out.append("%!(NOVERB)");
        return at;
      }
      int verb = GoStrings.rune(format.codePointAt(at));
      at += Character.charCount(format.codePointAt(at));
      operand(verb);
      return at;
    }

    /// Reads flags; true when a verb followed at once and was printed.
    private boolean flags() {
      for (; at < format.length(); at++) {
        char c = format.charAt(at);
        switch (c) {
          case '#' -> field.sharp = true;
          case '0' -> field.zero = true;
          case '+' -> field.plus = true;
          case '-' -> field.minus = true;
          case ' ' -> field.space = true;
          default -> {
            if (c < 'a' || c > 'z' || operand >= operands.size()) {
              return false;
            }
            at++;
            operand(c);
            return true;
          }
        }
      }
      return false;
    }

    private void operand(int verb) {
      if (verb == '%') {
        out.append('%');
      } else if (!goodIndex) {
        out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
      } else if (operand >= operands.size()) {
        out.append("%!").appendCodePoint(verb).append("(MISSING)");
      } else {
        if (verb == 'v' || verb == 'w') {
          field.turnIntoValueFlags();
        }
        value(operands.get(operand++), verb);
      }
    }

    private boolean width(boolean afterIndex) {
      if (at < format.length() && format.charAt(at) == '*') {
        at++;
        Integer width = sizeOperand();
        if (width == null) {
          out.append("%!(BADWIDTH)");
        } else if (width < 0) {
          field.minus = true;
          field.zero = false;
        }
        field.width = width == null ? -1 : Math.abs(width);
        return false;
      }
      field.width = number();
      if (afterIndex && field.width >= 0) {
        goodIndex = false;
      }
      return afterIndex;
    }

    private boolean precision(boolean indexBefore) {
      boolean afterIndex = indexBefore;
      if (at + 1 < format.length() && format.charAt(at) == '.') {
        at++;
        if (afterIndex) {
          goodIndex = false;
        }
        afterIndex = index();
        if (at < format.length() && format.charAt(at) == '*') {
          at++;
          Integer precision = sizeOperand();
          field.precision = precision == null || precision < 0 ? -1 : precision;
          if (field.precision < 0) {
            out.append("%!(BADPREC)");
          }
          return false;
        }
        field.precision = Math.max(number(), 0);
      }
      return afterIndex;
    }

    /// The operand of a `*`, or null when it is no whole number of a sensible size.
    private @Nullable Integer sizeOperand() {
      if (operand >= operands.size()) {
        return null;
      }
      Object value = operands.get(operand++);
      return value instanceof Long size && size >= -LARGEST && size <= LARGEST
          ? (Integer) size.intValue()
          : null;
    }

    /// A number in the format, or -1. Behind one that is too large the rest of the format is lost.
    private int number() {
      int value = -1;
      while (at < format.length() && isDigit(format.charAt(at))) {
        if (value > LARGEST) {
          at = format.length();
          return -1;
        }
        value = Math.max(value, 0) * 10 + (format.charAt(at++) - '0');
      }
      return value;
    }

    /// Reads `[n]`, which chooses the next operand. Whether there was one, in brackets at least.
    private boolean index() {
      if (at >= format.length() || format.charAt(at) != '[') {
        return false;
      }
      reordered = true;
      int close = format.indexOf(']', at);
      if (close < 0 || format.length() - at < 3) {
        goodIndex = false;
        at++;
        return false;
      }
      int index = indexBetween(at + 1, close);
      at = close + 1;
      if (index >= 1 && index <= operands.size()) {
        operand = index - 1;
        return true;
      }
      goodIndex = false;
      return index >= 0;
    }

    private int indexBetween(int from, int to) {
      int value = -1;
      for (int i = from; i < to; i++) {
        if (!isDigit(format.charAt(i)) || value > LARGEST) {
          return -1;
        }
        value = Math.max(value, 0) * 10 + (format.charAt(i) - '0');
      }
      return value;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
  }

  private void value(@Nullable Object value, int verb) {
    if (value == null) {
      if (verb == 'T' || verb == 'v') {
        field.pad("<nil>");
      } else {
        bad(value, verb);
      }
      return;
    }
    switch (verb) {
      case 'T' -> field.string(typeName(value, integerType));
      case 'p' -> pointer(value);
      default -> typed(value, verb);
    }
  }

  /// Only what Go holds by reference has an address, which no two runs share.
  private void pointer(Object value) {
    switch (value) {
      case BigInteger b -> out.append("0xc000000000");
      case List<?> l -> out.append("0xc000000000");
      case Map<?, ?> m -> out.append("0xc000000000");
      default -> bad(value, 'p');
    }
  }

  private void typed(Object value, int verb) {
    switch (value) {
      case Boolean b -> bool(b, verb);
      case Long l -> integer(l, verb);
      case Double d -> floating(d, verb);
      case Complex c -> complex(c, verb);
      case String s -> string(s, s, verb);
      case BigInteger b -> bigInteger(b, verb);
      case JsonNumber n -> string(n, n.text(), verb);
      case List<?> list -> list(list, verb);
      case Map<?, ?> map -> map(map, verb);
      default -> throw new IllegalStateException(value.getClass().getName());
    }
  }

  /// `%!d(string=hi)`.
  private void bad(@Nullable Object value, int verb) {
    faulty = true;
    out.append("%!").appendCodePoint(verb).append('(');
    if (value == null) {
      out.append("<nil>");
    } else {
      out.append(typeName(value, integerType)).append('=');
      value(value, 'v');
    }
    out.append(')');
    faulty = false;
  }

  private void bool(boolean value, int verb) {
    if (verb == 't' || verb == 'v') {
      field.pad(Boolean.toString(value));
    } else {
      bad(value, verb);
    }
  }

  private void integer(long value, int verb) {
    BigInteger whole = BigInteger.valueOf(value);
    switch (verb) {
      case 'v', 'd' -> field.integer(whole, 10, 'd');
      case 'b' -> field.integer(whole, 2, 'b');
      case 'o', 'O' -> field.integer(whole, 8, (char) verb);
      case 'x', 'X' -> field.integer(whole, 16, (char) verb);
      case 'c' -> field.character(value);
      case 'q' -> field.quotedCharacter(value);
      case 'U' -> field.unicode(value);
      default -> bad(value, verb);
    }
  }

  private void floating(double value, int verb) {
    switch (verb) {
      case 'v' -> field.floating(value, 'g', -1);
      case 'b', 'g', 'G', 'x', 'X' -> field.floating(value, (char) verb, -1);
      case 'f', 'e', 'E' -> field.floating(value, (char) verb, 6);
      case 'F' -> field.floating(value, 'f', 6);
      default -> bad(value, verb);
    }
  }

  private void complex(Complex value, int verb) {
    if (verb > 'z' || "vbgGxXfFeE".indexOf(verb) < 0) {
      bad(value, verb);
      return;
    }
    boolean plus = field.plus;
    out.append('(');
    floating(value.real, verb);
    field.plus = true;
    floating(value.imaginary, verb);
    out.append("i)");
    field.plus = plus;
  }

  private void string(Object value, String text, int verb) {
    switch (verb) {
      case 'v' -> {
        if (field.sharpV) {
          field.quoted(text);
        } else {
          field.string(text);
        }
      }
      case 's' -> field.string(text);
      case 'x', 'X' -> field.bytes(text, verb == 'X');
      case 'q' -> field.quoted(text);
      default -> bad(value, verb);
    }
  }

  private void bigInteger(BigInteger value, int verb) {
    if (faulty) {
      limbs(value);
      return;
    }
    switch (verb) {
      case 'b' -> field.bigInteger(value, 2, 'b');
      case 'o', 'O' -> field.bigInteger(value, 8, (char) verb);
      case 'd', 's', 'v' -> field.bigInteger(value, 10, 'd');
      case 'x', 'X' -> field.bigInteger(value, 16, (char) verb);
      case 'w' -> bad(value, verb);
      default ->
          out.append("%!").appendCodePoint(verb).append("(big.Int=").append(value).append(')');
    }
  }

  /// A big number as the structure it is in Go: within a fault it may not format itself.
  private void limbs(BigInteger value) {
    BigInteger magnitude = value.abs();
    out.append(field.sharpV ? "&big.Int{" : "&{");
    out.append(field.sharpV || field.plusV ? "neg:" : "");
    bool(value.signum() < 0, 'v');
    out.append(field.sharpV ? ", " : " ").append(field.sharpV || field.plusV ? "abs:" : "");
    out.append(field.sharpV ? "big.nat{" : "[");
    for (int i = 0; i * 64 < magnitude.bitLength(); i++) {
      BigInteger limb =
          magnitude.shiftRight(i * 64).and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
      out.append(i == 0 ? "" : field.sharpV ? ", " : " ");
      if (field.sharpV) {
        field.sharp = true;
        field.integer(limb, 16, 'x');
        field.sharp = false;
      } else {
        field.integer(limb, 10, 'd');
      }
    }
    out.append(field.sharpV ? "}" : "]").append('}');
  }

  private void list(List<?> list, int verb) {
    out.append(field.sharpV ? "[]interface {}{" : "[");
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : field.sharpV ? ", " : " ");
      element(list.get(i), verb);
    }
    out.append(field.sharpV ? '}' : ']');
  }

  private void map(Map<?, ?> map, int verb) {
    out.append(field.sharpV ? "map[string]interface {}{" : "map[");
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      typed(entry.getKey(), verb);
      out.append(':');
      element(entry.getValue(), verb);
      separator = field.sharpV ? ", " : " ";
    }
    out.append(field.sharpV ? '}' : ']');
  }

  private void element(@Nullable Object element, int verb) {
    if (element == null) {
      out.append(field.sharpV ? "interface {}(nil)" : "<nil>");
    } else {
      typed(element, verb);
    }
  }
}
