package ms.continuu.attest.rego.builtin;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// `urlquery.*`: the query of a URL and its components, as Go's `net/url` has them.
final class UrlQueries implements BuiltinFamily {
  /// Go reads no query with more parameters.
  private static final int MAX_PARAMETERS = 10_000;

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add(
        "urlquery.encode",
        (context, operands) -> StringValue.of(escape(Operands.bytes(operands, 1))));
    registry.add(
        "urlquery.decode",
        (context, operands) -> StringValue.of(unescape(Operands.text(operands, 1))));
    registry.add("urlquery.encode_object", UrlQueries::encodeObject);
    registry.add("urlquery.decode_object", UrlQueries::decodeObject);
  }

  static String escape(byte[] bytes) {
    StringBuilder escaped = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-_.~".indexOf(c) >= 0;
      if (plain) {
        escaped.append(c);
      } else if (c == ' ') {
        escaped.append('+');
      } else {
        escaped.append(String.format("%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }

  private static String unescape(String text) throws BuiltinFault {
    byte[] bytes = Utf8.encode(text);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      switch (bytes[i]) {
        case '+' -> plain.write(' ');
        case '%' -> {
          int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
          int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
          if (high < 0 || low < 0) {
            int end = Math.min(i + 3, bytes.length);
            byte[] escape = java.util.Arrays.copyOfRange(bytes, i, end);
            throw BuiltinFault.of("invalid URL escape " + GoQuote.string(Utf8.decode(escape)));
          }
          plain.write(high << 4 | low);
          i += 2;
        }
        default -> plain.write(bytes[i]);
      }
    }
    return Utf8.decode(plain.toByteArray());
  }

  private static Value encodeObject(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Operands.object(operands, 1);
    ObjectValue object = (ObjectValue) JsonForm.of(operands[0]);
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < object.size(); i++) {
      String name = escape(((StringValue) object.keyAt(i)).bytes());
      switch (object.valueAt(i)) {
        case StringValue value -> pairs.add(name + "=" + escape(value.bytes()));
        case ArrayValue values -> {
          for (Value value : values) {
            if (!(value instanceof StringValue string)) {
              throw noStrings();
            }
            pairs.add(name + "=" + escape(string.bytes()));
          }
        }
        default -> throw noStrings();
      }
    }
    return StringValue.of(String.join("&", pairs));
  }

  private static BuiltinFault noStrings() {
    return Operands.wrong(1, "values must be string, array[string], or set[string]");
  }

  private static Value decodeObject(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String query = Operands.text(operands, 1);
    String[] parts = query.split("&", -1);
    if (parts.length > MAX_PARAMETERS) {
      throw BuiltinFault.of("number of URL query parameters exceeded limit");
    }
    Map<String, List<Value>> parameters = new LinkedHashMap<>();
    BuiltinFault fault = null;
    for (String part : parts) {
      if (part.indexOf(';') >= 0) {
        fault = BuiltinFault.of("invalid semicolon separator in query");
      } else if (!part.isEmpty()) {
        try {
          addParameter(parameters, part);
        } catch (BuiltinFault e) {
          fault = fault == null ? e : fault;
        }
      }
    }
    if (fault != null) {
      throw fault;
    }
    ObjectValue.Builder object = ObjectValue.builder(parameters.size());
    parameters.forEach((name, values) -> object.put(name, ArrayValue.of(values)));
    return object.build();
  }

  private static void addParameter(Map<String, List<Value>> parameters, String part)
      throws BuiltinFault {
    int equals = part.indexOf('=');
    String name = unescape(equals < 0 ? part : part.substring(0, equals));
    String value = unescape(equals < 0 ? "" : part.substring(equals + 1));
    parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(StringValue.of(value));
  }
}
