package ms.continuu.attest.documents.yaml;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What a YAML scalar means: go-yaml v3's resolution, on which OPA stands.
final class Scalars {
  static final String PREFIX = "tag:yaml.org,2002:";
  private static final Set<String> TRUE_1_1 =
      Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
  private static final Set<String> FALSE_1_1 =
      Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");
  private static final BigInteger MAX_UNSIGNED =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private Scalars() {}

  /// A scalar that cannot be what its tag says, or has no JSON form.
  static final class ScalarFault extends Exception {
    private static final long serialVersionUID = 1L;

    final String reason;

    ScalarFault(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }

  /// The value of a scalar.
  ///
  /// @param tag its explicit tag, or null
  static Value resolve(String text, @Nullable String tag, boolean plain, YamlSchema schema)
      throws ScalarFault {
    if (tag == null || tag.equals("!")) {
      return plain && tag == null ? resolvePlain(text, schema) : StringValue.of(text);
    }
    String name = tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : "";
    return switch (name) {
      case "str" -> StringValue.of(text);
      case "binary" -> binary(text);
      case "null", "bool", "int", "float" -> expect(name, text, schema);
      default -> StringValue.of(text);
    };
  }

  /// Whether a plain scalar of this text would be read as a string, also by readers of YAML 1.1.
  static boolean isPlainString(String text) {
    if (TRUE_1_1.contains(text)
        || FALSE_1_1.contains(text)
        || isBase60(text)
        || isTimestamp(text)) {
      return false;
    }
    try {
      return resolvePlain(text, YamlSchema.OPA) instanceof StringValue;
    } catch (ScalarFault infinite) {
      return false;
    }
  }

  private static Value binary(String text) throws ScalarFault {
    try {
      return StringValue.ofBytes(
          Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException invalid) {
      throw new ScalarFault("yaml: !!binary value contains invalid base64 data");
    }
  }

  private static Value expect(String name, String text, YamlSchema schema) throws ScalarFault {
    Value value = resolvePlain(text, schema);
    String found =
        switch (value) {
          case NullValue n -> "null";
          case BooleanValue b -> "bool";
          case NumberValue n -> isInteger(text) ? "int" : "float";
          default -> "str";
        };
    if (found.equals(name) || name.equals("float") && found.equals("int")) {
      return value;
    }
    throw new ScalarFault("yaml: cannot decode !!" + found + " `" + text + "` as a !!" + name);
  }

  private static boolean isInteger(String text) {
    return integer(text.replace("_", "")) != null;
  }

  private static Value resolvePlain(String text, YamlSchema schema) throws ScalarFault {
    if (text.isEmpty()) {
      return NullValue.NULL;
    }
    char first = text.charAt(0);
    if ("tTfFnNyYoO~".indexOf(first) >= 0) {
      return word(text, schema);
    }
    if (first == '.' || first == '+' || first == '-') {
      if (text.length() <= 5 && isInfinity(text)) {
        throw new ScalarFault(
            "json: unsupported value: "
                + (text.equalsIgnoreCase(".nan") ? "NaN" : first == '-' ? "-Inf" : "+Inf"));
      }
    }
    if (first != '.' && first != '+' && first != '-' && (first < '0' || first > '9')) {
      return StringValue.of(text);
    }
    Value number = number(text, first);
    return number == null ? StringValue.of(text) : number;
  }

  private static boolean isInfinity(String text) {
    return switch (text) {
      case ".nan",
          ".NaN",
          ".NAN",
          ".inf",
          ".Inf",
          ".INF",
          "+.inf",
          "+.Inf",
          "+.INF",
          "-.inf",
          "-.Inf",
          "-.INF" ->
          true;
      default -> false;
    };
  }

  private static Value word(String text, YamlSchema schema) {
    return switch (text) {
      case "true", "True", "TRUE" -> BooleanValue.TRUE;
      case "false", "False", "FALSE" -> BooleanValue.FALSE;
      case "~", "null", "Null", "NULL" -> NullValue.NULL;
      default -> {
        if (schema == YamlSchema.KUBERNETES && TRUE_1_1.contains(text)) {
          yield BooleanValue.TRUE;
        }
        if (schema == YamlSchema.KUBERNETES && FALSE_1_1.contains(text)) {
          yield BooleanValue.FALSE;
        }
        yield StringValue.of(text);
      }
    };
  }

  private static @Nullable Value number(String text, char first) {
    if (first == '.') {
      return isFloat(text) ? floating(text) : null;
    }
    if (isTimestamp(text)) {
      return null;
    }
    String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
    BigInteger integer = integer(plain);
    if (integer != null) {
      return NumberValue.of(integer);
    }
    return isFloat(plain) ? floating(plain) : null;
  }

  /// Go's `ParseInt(text, 0, 64)` or `ParseUint`, with YAML's `0o` and `0b`.
  private static @Nullable BigInteger integer(String text) {
    boolean negative = text.startsWith("-");
    int at = negative || text.startsWith("+") ? 1 : 0;
    boolean signed = at == 1;
    String digits = text.substring(at);
    int radix = 10;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      switch (digits.charAt(1)) {
        case 'x', 'X' -> {
          radix = 16;
          digits = digits.substring(2);
        }
        case 'b', 'B' -> {
          radix = 2;
          digits = digits.substring(2);
        }
        case 'o', 'O' -> {
          radix = 8;
          digits = digits.substring(2);
        }
        default -> {
          radix = 8;
          digits = digits.substring(1);
        }
      }
    }
    if (digits.isEmpty() || !allDigits(digits, radix)) {
      return null;
    }
    BigInteger value = new BigInteger(digits, radix);
    value = negative ? value.negate() : value;
    boolean fits = value.bitLength() < 64 || !signed && value.compareTo(MAX_UNSIGNED) <= 0;
    return fits ? value : null;
  }

  private static boolean allDigits(String text, int radix) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return true;
  }

  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
  private static boolean isFloat(String text) {
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int whole = digits(text, i);
    i += whole;
    if (i < text.length() && text.charAt(i) == '.') {
      int fraction = digits(text, i + 1);
      if (whole == 0 && fraction == 0) {
        return false;
      }
      i += 1 + fraction;
    } else if (whole == 0) {
      return false;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
        i++;
      }
      int exponent = digits(text, i);
      return exponent > 0 && i + exponent == text.length();
    }
    return i == text.length();
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }

  private static @Nullable Value floating(String text) {
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : NumberValue.parse(GoDouble.json(value));
  }

  private static boolean isBase60(String text) {
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int colon = text.indexOf(':');
    if (colon <= i || text.charAt(i) < '0' || text.charAt(i) > '9') {
      return false;
    }
    return text.substring(i).matches("[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
  }

  /// Whether go-yaml takes it for a date, which OPA then reads as a string.
  static boolean isTimestamp(String text) {
    return text.length() >= 8
        && text.charAt(4) == '-'
        && digits(text, 0) == 4
        && text.matches(
            "\\d{4}-\\d{1,2}-\\d{1,2}([Tt]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[-+]\\d{2}:\\d{2})|"
                + " \\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?)?");
  }
}
