package ms.continuu.attest.rego.types;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The keywords of one schema, checked for being of the right kind. What they demand of numbers and
/// texts is no matter of types.
final class SchemaKeywords {
  /// No stated draft: what any draft has is known.
  static final int HYBRID = Integer.MAX_VALUE;

  private final ObjectValue object;
  private final int draft;

  SchemaKeywords(ObjectValue object, int draft) {
    this.object = object;
    this.draft = draft;
  }

  static SchemaException invalidType(String expected, String given) {
    return new SchemaException("Invalid type. Expected: " + expected + ", given: " + given);
  }

  /// The keyword that names the schema.
  String identifierKey() {
    return draft == 4 || draft == HYBRID && object.get("id") != null ? "id" : "$id";
  }

  @Nullable String string(String key) throws SchemaException {
    return switch (object.get(key)) {
      case null -> null;
      case StringValue string -> string.text();
      default -> throw invalidType("string", key);
    };
  }

  @Nullable ObjectValue object(String key) throws SchemaException {
    return switch (object.get(key)) {
      case null -> null;
      case ObjectValue value -> value;
      default -> throw invalidType("Valid Schema", key);
    };
  }

  @Nullable ArrayValue array(String key) throws SchemaException {
    return switch (object.get(key)) {
      case null -> null;
      case ArrayValue value -> value;
      default -> throw new SchemaException(key + " must be of an array");
    };
  }

  static void checkPattern(String pattern, Predicate<String> isPattern) throws SchemaException {
    if (!isPattern.test(pattern) || !isRegularExpression(pattern)) {
      throw new SchemaException("Invalid regex pattern '" + pattern + "'");
    }
  }

  private static boolean isRegularExpression(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /// Checks the keywords that limit numbers, texts, objects and arrays.
  void checkValidations(Predicate<String> isPattern) throws SchemaException {
    checkNumbers();
    checkRange("minLength", "maxLength", "cannot be greater than");
    String pattern = string("pattern");
    if (pattern != null && !isPattern.test(pattern)) {
      throw new SchemaException("pattern must be a valid regex");
    }
    string("format");
    checkRange("minProperties", "maxProperties", "cannot be greater than");
    checkRequired();
    size("minItems");
    size("maxItems");
    if (object.get("uniqueItems") instanceof Value value && !(value instanceof BooleanValue)) {
      throw new SchemaException("uniqueItems must be of a boolean");
    }
  }

  private void checkNumbers() throws SchemaException {
    Value multiple = object.get("multipleOf");
    if (multiple != null) {
      if (!(multiple instanceof NumberValue number)) {
        throw invalidType("Number", "multipleOf");
      }
      if (number.exact().signum() <= 0) {
        throw new SchemaException("multipleOf must be strictly greater than 0");
      }
    }
    checkBound("minimum", "exclusiveMinimum");
    checkBound("maximum", "exclusiveMaximum");
  }

  private void checkBound(String bound, String exclusive) throws SchemaException {
    Value limit = object.get(bound);
    if (limit != null && !(limit instanceof NumberValue)) {
      throw new SchemaException(bound + " must be of a Number");
    }
    Value exclusion = object.get(exclusive);
    if (exclusion == null) {
      return;
    }
    boolean flag = exclusion instanceof BooleanValue && (draft == 4 || draft == HYBRID);
    boolean number = exclusion instanceof NumberValue && draft != 4;
    if (!flag && !number) {
      throw invalidType(
          draft == 4 ? "boolean" : draft == HYBRID ? "boolean/number" : "number", exclusive);
    }
    if (flag && limit == null) {
      throw new SchemaException(exclusive + " cannot be used without " + bound);
    }
  }

  private void checkRange(String min, String max, String relation) throws SchemaException {
    BigDecimal low = size(min);
    BigDecimal high = size(max);
    if (low != null && high != null && low.compareTo(high) > 0) {
      throw new SchemaException(min + " " + relation + " " + max);
    }
  }

  private @Nullable BigDecimal size(String key) throws SchemaException {
    Value value = object.get(key);
    if (value == null) {
      return null;
    }
    if (!(value instanceof NumberValue number) || number.isWrittenFloat() || !number.isLong()) {
      throw new SchemaException(key + " must be of an integer");
    }
    if (number.exact().signum() < 0) {
      throw new SchemaException(key + " must be greater than or equal to 0");
    }
    return number.exact();
  }

  private void checkRequired() throws SchemaException {
    ArrayValue required = array("required");
    Set<Value> seen = new HashSet<>();
    for (int i = 0; required != null && i < required.size(); i++) {
      if (!(required.get(i) instanceof StringValue)) {
        throw invalidType("string", "required");
      }
      if (!seen.add(required.get(i))) {
        throw new SchemaException("required items must be unique");
      }
    }
  }

  void checkEnum() throws SchemaException {
    ArrayValue values = array("enum");
    Set<String> seen = new HashSet<>();
    for (int i = 0; values != null && i < values.size(); i++) {
      if (!seen.add(SchemaText.of(values.get(i)))) {
        throw new SchemaException("enum items must be unique");
      }
    }
  }
}
