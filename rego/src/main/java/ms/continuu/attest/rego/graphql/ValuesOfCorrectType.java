package ms.continuu.attest.rego.graphql;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value is of the type that is expected where it stands.
final class ValuesOfCorrectType implements Rule {
  private static final String[] BUILT_IN = {"Int", "Float", "String", "Boolean", "ID"};

  @Override
  public void value(QueryWalk walk, Ast.Literal value) {
    QueryWalk.ValueNote note = walk.note(value);
    Ast.Definition type = note.definition();
    Ast.Type expected = note.expected();
    if (type != null && expected != null) {
      new Check(walk, value, type, expected).check();
    }
  }

  private record Check(QueryWalk walk, Ast.Literal value, Ast.Definition type, Ast.Type expected) {

    void check() {
      if (value.kind() == Ast.Kind.NULL && expected.nonNull()) {
        report("Expected value of type \"" + expected.text() + "\", found " + value.text() + ".");
      }
      boolean custom = type.kind() == Ast.DefinitionKind.SCALAR && !type.isOneOf(BUILT_IN);
      if (custom) {
        return;
      }
      if (hasBadNumber(walk, value)) {
        report(unexpected());
      }
      switch (value.kind()) {
        case NULL, VARIABLE -> {}
        case LIST -> reportUnless(expected.element() != null);
        case INT -> reportUnless(type.isOneOf("Int", "Float", "ID"));
        case FLOAT -> reportUnless(type.isOneOf("Float"));
        case BOOLEAN -> reportUnless(type.isOneOf("Boolean"));
        case STRING, BLOCK -> checkString();
        case ENUM -> checkEnum();
        case OBJECT -> checkObject();
      }
    }

    private void report(String message) {
      walk.report(value.position(), message);
    }

    private void reportUnless(boolean fits) {
      if (!fits) {
        report(unexpected());
      }
    }

    private List<String> enumNames() {
      return type.values().stream().map(Ast.EnumValue::name).toList();
    }

    private String enumQuestion() {
      return Suggestions.question(
          "Did you mean the enum value", Suggestions.near(value.raw(), enumNames()));
    }

    private void checkString() {
      if (type.kind() == Ast.DefinitionKind.ENUM) {
        report(notOfEnum() + enumQuestion());
      } else {
        reportUnless(type.isOneOf("String", "ID"));
      }
    }

    private String notOfEnum() {
      return "Enum \""
          + expected.text()
          + "\" cannot represent non-enum value: "
          + value.text()
          + ".";
    }

    private void checkEnum() {
      if (type.kind() != Ast.DefinitionKind.ENUM) {
        report(unexpected());
      } else if (type.value(value.raw()) == null) {
        report(
            "Value \""
                + value.text()
                + "\" does not exist in \""
                + expected.text()
                + "\" enum."
                + enumQuestion());
      }
    }

    private void checkObject() {
      for (Ast.FieldDefinition field : type.fields()) {
        if (field.type().nonNull()
            && value.child(field.name()) == null
            && field.defaultValue() == null) {
          report(
              "Field \""
                  + type.name()
                  + "."
                  + field.name()
                  + "\" of required type \""
                  + field.type().text()
                  + "\" was not provided.");
        }
      }
      for (Ast.Directive directive : type.directives()) {
        if (directive.name().equals("oneOf")) {
          checkOneOf();
        }
      }
      List<String> names = type.fields().stream().map(Ast.FieldDefinition::name).toList();
      for (Ast.Child field : value.children()) {
        if (!names.contains(field.name())) {
          walk.report(
              field.position(),
              "Field \""
                  + field.name()
                  + "\" is not defined by type \""
                  + type.name()
                  + "\"."
                  + Suggestions.question("Did you mean", Suggestions.near(field.name(), names)));
        }
      }
    }

    private void checkOneOf() {
      if (value.children().size() != 1) {
        report("OneOf Input Object \"" + type.name() + "\" must specify exactly one key.");
        return;
      }
      Ast.Literal only = value.children().getFirst().value();
      if (only.kind() == Ast.Kind.NULL && !type.fields().isEmpty()) {
        walk.report(
            only.position(),
            "Field \""
                + type.name()
                + "."
                + type.fields().getFirst().name()
                + "\" must be non-null.");
      }
    }

    private String unexpected() {
      return switch (expected.text()) {
        case "Int", "Int!" ->
            isTooBig(value.raw())
                ? "Int cannot represent non 32-bit signed integer value: " + value.text()
                : "Int cannot represent non-integer value: " + value.text();
        case "String", "String!", "[String]" ->
            "String cannot represent a non string value: " + value.text();
        case "Boolean", "Boolean!" ->
            "Boolean cannot represent a non boolean value: " + value.text();
        case "Float", "Float!" -> "Float cannot represent non numeric value: " + value.text();
        case "ID", "ID!" ->
            "ID cannot represent a non-string and non-integer value: " + value.text();
        default ->
            type.kind() == Ast.DefinitionKind.ENUM
                ? notOfEnum()
                : "Expected value of type \"" + expected.text() + "\", found " + value.text() + ".";
      };
    }
  }

  private static boolean isTooBig(String raw) {
    return raw.matches("[-+]?[0-9]+") && new BigInteger(raw).bitLength() > 31;
  }

  /// Whether a number in the value fits neither 64 bits nor a double.
  private static boolean hasBadNumber(QueryWalk walk, Ast.@Nullable Literal value) {
    if (value == null) {
      return false;
    }
    return switch (value.kind()) {
      case INT ->
          !value.raw().matches("[-+]?[0-9]+") || new BigInteger(value.raw()).bitLength() > 63;
      case FLOAT -> !isDouble(value.raw());
      case LIST, OBJECT ->
          value.children().stream().anyMatch(child -> hasBadNumber(walk, child.value()));
      case VARIABLE -> {
        Ast.Variable variable = walk.note(value).variable();
        yield variable != null && hasBadNumber(walk, variable.defaultValue());
      }
      case STRING, BLOCK, BOOLEAN, NULL, ENUM -> false;
    };
  }

  private static boolean isDouble(String raw) {
    try {
      return !Double.isInfinite(Double.parseDouble(raw));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
