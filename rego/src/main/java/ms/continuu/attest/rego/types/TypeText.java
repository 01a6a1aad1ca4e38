package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.rego.types.Type.ArrayOf;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.Named;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Recursive;
import ms.continuu.attest.rego.types.Type.Scalar;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.rego.types.Type.Union;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A type as OPA prints it, in full.
final class TypeText {
  static final String UNKNOWN = "???";

  private TypeText() {}

  static String of(@Nullable Type type) {
    return switch (type) {
      case null -> UNKNOWN;
      case Scalar scalar -> scalar.name().toLowerCase(Locale.ROOT);
      case ArrayOf array ->
          composite("array", texts(array.items()), array.rest() == null ? "" : of(array.rest()));
      case ObjectOf object -> object(object);
      case SetOf set -> set.member() == null ? "set" : "set[" + of(set.member()) + "]";
      case Union union -> union(texts(union.of()));
      case Function function -> function(function);
      case Named named -> named.name() + ": " + of(named.type());
      case Recursive recursive -> "recursive(" + recursive.name() + ")";
    };
  }

  private static List<String> texts(List<? extends @Nullable Type> types) {
    List<String> texts = new ArrayList<>();
    types.forEach(type -> texts.add(of(type)));
    return texts;
  }

  private static String object(ObjectOf object) {
    Type.Others rest = object.rest();
    return composite(
        "object",
        object.properties().stream()
            .map(property -> property(property.key(), of(property.value())))
            .toList(),
        rest == null ? "" : of(rest.key()) + ": " + of(rest.value()));
  }

  private static String function(Function function) {
    Function plain = function.unnamed();
    return function(operands(texts(plain.args()), plain.variadic()), of(plain.result()));
  }

  /// `(a, b, c...)`, as errors list what a function takes; names are kept.
  static String operands(Function function) {
    return "(" + String.join(", ", operands(texts(function.args()), function.variadic())) + ")";
  }

  private static List<String> operands(List<String> texts, @Nullable Type variadic) {
    if (variadic != null) {
      texts.add(of(variadic) + "...");
    }
    return texts;
  }

  /// `(a, b)`, as errors list what was given.
  static String list(List<? extends @Nullable Type> types) {
    return "(" + String.join(", ", texts(types)) + ")";
  }

  static String composite(String kind, List<String> known, String rest) {
    return kind
        + (known.isEmpty() ? "" : "<" + String.join(", ", known) + ">")
        + (rest.isEmpty() ? "" : "[" + rest + "]");
  }

  static String union(List<String> of) {
    return of.isEmpty() ? "any" : "any<" + String.join(", ", of) + ">";
  }

  static String function(List<String> args, String result) {
    return "(" + String.join(", ", args) + ") => " + result;
  }

  static String property(Value key, String value) {
    return goText(key) + ": " + value;
  }

  /// A JSON value as Go's `%v` prints it, which is how keys are shown.
  private static String goText(Value value) {
    return switch (value) {
      case NullValue n -> "<nil>";
      case StringValue string -> string.text();
      case ArrayValue array ->
          "[" + String.join(" ", array.asList().stream().map(TypeText::goText).toList()) + "]";
      case ObjectValue object -> {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < object.size(); i++) {
          pairs.add(goText(object.keyAt(i)) + ":" + goText(object.valueAt(i)));
        }
        yield "map[" + String.join(" ", pairs) + "]";
      }
      default -> value.toString();
    };
  }
}
