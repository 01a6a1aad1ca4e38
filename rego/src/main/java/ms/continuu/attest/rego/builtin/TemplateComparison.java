package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// How Go's text templates compare.
final class TemplateComparison {
  private TemplateComparison() {}

  /// What values are to a comparison. Numbers of the data are texts.
  private enum Kind {
    OTHER,
    BOOL,
    INT,
    UINT,
    FLOAT,
    COMPLEX,
    STRING
  }

  private static Kind kind(TemplateValue value) {
    return switch (value) {
      case TemplateValue.OneByte b -> Kind.UINT;
      case TemplateValue.Plain(Object plain) ->
          switch (plain) {
            case Boolean b -> Kind.BOOL;
            case Long l -> Kind.INT;
            case Double d -> Kind.FLOAT;
            case GoFormat.Complex c -> Kind.COMPLEX;
            case String s -> Kind.STRING;
            case GoFormat.JsonNumber n -> Kind.STRING;
            default -> Kind.OTHER;
          };
      default -> Kind.OTHER;
    };
  }

  /// Whether the first value equals any of the others.
  static boolean isAnyEqual(List<TemplateValue> arguments) throws BuiltinFault {
    if (arguments.size() < 2) {
      throw BuiltinFault.of("missing argument for comparison");
    }
    TemplateValue first = arguments.getFirst().unboxed();
    for (TemplateValue argument : arguments.subList(1, arguments.size())) {
      if (isEqual(first, argument.unboxed())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEqual(TemplateValue left, TemplateValue right) throws BuiltinFault {
    Kind l = kind(left);
    Kind r = kind(right);
    if (isWhole(l) && isWhole(r)) {
      return whole(left) == whole(right);
    }
    if (l != r) {
      if (left == TemplateValue.None.INVALID || right == TemplateValue.None.INVALID) {
        return false;
      }
      throw incompatible(left, right);
    }
    return switch (l) {
      case OTHER -> isEqualOther(left, right);
      case COMPLEX -> java.util.Objects.equals(left.formatted(), right.formatted());
      default -> compare(l, left, right) == 0;
    };
  }

  /// Arrays and objects only compare with nil.
  private static boolean isEqualOther(TemplateValue left, TemplateValue right) throws BuiltinFault {
    boolean leftNil = left == TemplateValue.None.INVALID;
    boolean rightNil = right == TemplateValue.None.INVALID;
    if (leftNil || rightNil) {
      return leftNil == rightNil;
    }
    if (!left.typeName().equals(right.typeName())) {
      throw BuiltinFault.of(
          format(
              "non-comparable types %s: %v, %s: %v",
              left.formatted(), left.typeName(), right.typeName(), right.formatted()));
    }
    throw BuiltinFault.of(
        format("non-comparable type %s: %v", right.formatted(), right.typeName()));
  }

  private static String format(String format, @Nullable Object... operands) {
    List<@Nullable Object> list = new ArrayList<>();
    for (Object operand : operands) {
      list.add(operand);
    }
    return GoFormat.sprintf(format, list, "int");
  }

  /// Whether the first value is less than the second.
  static boolean isLess(List<TemplateValue> arguments) throws BuiltinFault {
    TemplateValue left = arguments.getFirst().unboxed();
    TemplateValue right = arguments.get(1).unboxed();
    Kind l = kind(left);
    Kind r = kind(right);
    if (l == Kind.OTHER || r == Kind.OTHER) {
      throw BuiltinFault.of("invalid type for comparison");
    }
    if (isWhole(l) && isWhole(r)) {
      return whole(left) < whole(right);
    }
    if (l != r) {
      throw incompatible(left, right);
    }
    if (l == Kind.BOOL || l == Kind.COMPLEX) {
      throw BuiltinFault.of("invalid type for comparison");
    }
    return compare(l, left, right) < 0;
  }

  private static BuiltinFault incompatible(TemplateValue left, TemplateValue right) {
    return BuiltinFault.of(
        "incompatible types for comparison: " + left.typeName() + " and " + right.typeName());
  }

  private static boolean isWhole(Kind kind) {
    return kind == Kind.INT || kind == Kind.UINT;
  }

  private static long whole(TemplateValue value) {
    return value.formatted() instanceof Long whole ? whole : 0;
  }

  private static int compare(Kind kind, TemplateValue left, TemplateValue right) {
    return switch (kind) {
      case BOOL -> Boolean.compare(left.isTrue(), right.isTrue());
      case FLOAT -> Double.compare(number(left), number(right));
      default -> Utf8.compare(text(left), text(right));
    };
  }

  private static double number(TemplateValue value) {
    return value.formatted() instanceof Double number ? number + 0.0 : 0;
  }

  private static String text(TemplateValue value) {
    return value.formatted() instanceof GoFormat.JsonNumber number
        ? number.text()
        : String.valueOf(value.formatted());
  }
}
