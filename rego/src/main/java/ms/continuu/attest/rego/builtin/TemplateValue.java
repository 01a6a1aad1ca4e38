package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What a template computes with, as Go's `reflect` sees it.
sealed interface TemplateValue {

  /// What is no value.
  enum None implements TemplateValue {
    /// A key that is not there, or what a nil interface holds.
    INVALID,
    /// The argument of a command that has none before it.
    ABSENT
  }

  /// A value that lies in an interface, as all items of arrays and objects do.
  ///
  /// @param value null for nil
  record Boxed(@Nullable Object value) implements TemplateValue {}

  /// A value by itself, of a type that [GoFormat] knows.
  record Plain(Object value) implements TemplateValue {}

  /// A byte of a string.
  record OneByte(int value) implements TemplateValue {}

  /// What an interface holds; all else as it is.
  default TemplateValue unboxed() {
    return this instanceof Boxed(Object value)
        ? (value == null ? None.INVALID : new Plain(value))
        : this;
  }

  /// The value as an operand of Go's `fmt`.
  default @Nullable Object formatted() {
    return switch (this) {
      case None none -> null;
      case Boxed(Object value) -> value;
      case Plain(Object value) -> value;
      case OneByte(int value) -> (Object) (long) value;
    };
  }

  /// The name of the Go type.
  default String typeName() {
    return switch (this) {
      case None none -> "<invalid>";
      case Boxed b -> "interface {}";
      case Plain(Object value) -> GoFormat.typeName(value, "int");
      case OneByte b -> "uint8";
    };
  }

  /// What counts as true: all but zero, false, empty and nil. A number of the data is a text to Go,
  /// and so never empty.
  default boolean isTrue() {
    return switch (unboxed()) {
      case Plain(Object value) ->
          switch (value) {
            case Boolean b -> b;
            case Long l -> l != 0;
            case Double d -> d != 0;
            case GoFormat.Complex c -> c.real() != 0 || c.imaginary() != 0;
            case String s -> !s.isEmpty();
            case List<?> l -> !l.isEmpty();
            case Map<?, ?> m -> !m.isEmpty();
            default -> true;
          };
      case OneByte(int value) -> value != 0;
      default -> false;
    };
  }

  /// A value of JSON as Go decodes it.
  static @Nullable Object decoded(Value value) {
    return switch (value) {
      case NullValue n -> null;
      case BooleanValue b -> b.value();
      case NumberValue n -> new GoFormat.JsonNumber(n.text());
      case StringValue s -> s.text();
      case ArrayValue array -> items(array);
      case SetValue set -> items(set);
      case ObjectValue object -> {
        Map<String, @Nullable Object> map = new TreeMap<>(Utf8::compare);
        for (int i = 0; i < object.size(); i++) {
          if (object.keyAtSlot(i) instanceof StringValue key) {
            map.put(key.text(), decoded(object.valueAtSlot(i)));
          }
        }
        yield map;
      }
    };
  }

  private static Object items(Iterable<Value> values) {
    List<@Nullable Object> items = new ArrayList<>();
    values.forEach(value -> items.add(decoded(value)));
    return items;
  }
}
