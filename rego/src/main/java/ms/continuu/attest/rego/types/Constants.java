package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Constant terms as values.
public final class Constants {
  private Constants() {}

  /// The value of a constant term, or null for another.
  public static @Nullable Value valueOf(Term term) {
    return Terms.isConstant(term) ? value(term) : null;
  }

  private static Value value(Term term) {
    return switch (term) {
      case Term.Scalar scalar -> scalar.value();
      case Term.ArrayTerm array ->
          ArrayValue.of(array.items().stream().map(Constants::value).toList());
      case Term.SetTerm set -> SetValue.of(set.items().stream().map(Constants::value).toList());
      case Term.ObjectTerm object -> {
        ObjectValue.Builder builder = ObjectValue.builder();
        object.entries().forEach(entry -> builder.put(value(entry.key()), value(entry.value())));
        yield builder.build();
      }
      default -> throw new IllegalStateException("not a constant");
    };
  }

  /// The value of a constant term as it comes out of JSON: sets are arrays, keys strings. Null for
  /// another term.
  static @Nullable Value jsonOf(Term term) {
    Value value = valueOf(term);
    return value == null ? null : json(value);
  }

  private static Value json(Value value) {
    return switch (value) {
      case ArrayValue array -> ArrayValue.of(array.asList().stream().map(Constants::json).toList());
      case SetValue set -> {
        List<Value> items = new ArrayList<>();
        set.forEach(item -> items.add(json(item)));
        yield ArrayValue.of(items);
      }
      case ObjectValue object -> {
        ObjectValue.Builder builder = ObjectValue.builder();
        for (int i = 0; i < object.size(); i++) {
          Value key = json(object.keyAt(i));
          builder.put(key instanceof StringValue ? key : text(key), json(object.valueAt(i)));
        }
        yield builder.build();
      }
      default -> value;
    };
  }

  private static StringValue text(Value key) {
    StringBuilder text = new StringBuilder();
    new JsonWriter(text, "", true).value(key);
    return StringValue.of(text.toString());
  }
}
