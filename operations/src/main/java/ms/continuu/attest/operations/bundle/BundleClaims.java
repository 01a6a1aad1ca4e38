package ms.continuu.attest.operations.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Further claims of a bundle's token; those that RFC 7519 registers get its types.
final class BundleClaims {
  private BundleClaims() {}

  static void readInto(ObjectValue.Builder claims, String path) throws Failure {
    Value read;
    try {
      read = Json.parse(Files.readAllBytes(Path.of(path)));
    } catch (IOException e) {
      throw Failure.ofFile("open", path, e);
    } catch (JsonSyntaxException e) {
      throw Failure.of(String.valueOf(e.getMessage()));
    }
    if (read instanceof NullValue) {
      return;
    }
    if (!(read instanceof ObjectValue object)) {
      throw Failure.of(
          "json: cannot unmarshal "
              + jsonType(read)
              + " into Go value of type map[string]interface {}");
    }
    for (int i = 0; i < object.size(); i++) {
      String name = ((StringValue) object.keyAt(i)).text();
      claims.put(name, typed(name, object.valueAt(i)));
    }
  }

  private static Value typed(String name, Value value) throws Failure {
    String fault;
    switch (name) {
      case "iss", "sub", "jti" -> {
        if (value instanceof StringValue) {
          return value;
        }
        fault = goType(value);
      }
      case "aud" -> {
        if (value instanceof StringValue) {
          return ArrayValue.of(value);
        }
        if (value instanceof ArrayValue list) {
          List<String> wrong = new ArrayList<>();
          list.forEach(item -> {
            if (!(item instanceof StringValue)) {
              wrong.add(goType(item));
            }
          });
          if (wrong.isEmpty()) {
            return value;
          }
          fault = "invalid list element type " + wrong.getFirst();
        } else {
          fault = "invalid type: " + goType(value);
        }
      }
      case "exp", "iat", "nbf" -> {
        return date(name, value);
      }
      default -> {
        return value;
      }
    }
    throw refused(name, fault);
  }

  private static Failure refused(String name, String fault) {
    return Failure.of(
        "failed to set claim "
            + RegoText.quote(name)
            + ": invalid value for "
            + name
            + " key: "
            + fault);
  }

  /// Whole seconds since 1970, from a number or the text of a number or of a date.
  private static Value date(String name, Value value) throws Failure {
    String text =
        switch (value) {
          case NumberValue number -> number.text();
          case StringValue string -> string.text();
          default -> throw refused(name, "invalid type " + goType(value));
        };
    String kind = value instanceof NumberValue ? "json.Number" : "string";
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')) {
      try {
        return NumberValue.of(OffsetDateTime.parse(text).toEpochSecond());
      } catch (DateTimeException e) {
        throw refused(
            name,
            "failed to accept "
                + kind
                + " "
                + RegoText.quote(text)
                + ": value is not number of seconds since the epoch, and attempt to parse it as"
                + " RFC3339 timestamp failed: parsing time "
                + RegoText.quote(text)
                + " as \"2006-01-02T15:04:05Z07:00\": cannot parse "
                + RegoText.quote(text)
                + " as \"2006\"");
      }
    }
    int point = text.indexOf('.');
    String whole = point > 0 ? text.substring(0, point) : text;
    try {
      return NumberValue.of(Long.parseLong(whole));
    } catch (NumberFormatException e) {
      String reason = whole.matches("\\d+") ? "value out of range" : "invalid syntax";
      throw refused(
          name,
          "failed to accept "
              + kind
              + " "
              + RegoText.quote(text)
              + ": failed to parse whole value "
              + RegoText.quote(whole)
              + ": strconv.ParseInt: parsing "
              + RegoText.quote(whole)
              + ": "
              + reason);
    }
  }

  private static String jsonType(Value value) {
    return switch (value) {
      case NullValue n -> "null";
      case BooleanValue b -> "bool";
      case NumberValue n -> "number";
      case StringValue s -> "string";
      case ArrayValue a -> "array";
      case ObjectValue o -> "object";
      case SetValue s -> "array";
    };
  }

  private static String goType(Value value) {
    return switch (value) {
      case NullValue n -> "<nil>";
      case BooleanValue b -> "bool";
      case NumberValue n -> "json.Number";
      case StringValue s -> "string";
      case ArrayValue a -> "[]interface {}";
      case ObjectValue o -> "map[string]interface {}";
      case SetValue s -> "[]interface {}";
    };
  }
}
