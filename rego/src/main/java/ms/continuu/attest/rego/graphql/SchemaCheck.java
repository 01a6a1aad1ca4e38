package ms.continuu.attest.rego.graphql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules for the definitions of a schema. The first fault ends the check.
final class SchemaCheck {
  private static final Set<String> NO_ENUM = Set.of("true", "false", "null");

  private final TypeSystem system;

  SchemaCheck(TypeSystem system) {
    this.system = system;
  }

  private static TokenReader.Stop stop(@Nullable Position position, String message) {
    return SchemaBuilder.stop(position, message);
  }

  void checkDirective(Ast.DirectiveDefinition directive) {
    checkName(directive.position(), directive.name());
    checkArguments(directive.arguments(), directive.name());
  }

  void checkDefinition(Ast.Definition type) {
    type.fields().forEach(field -> checkField(type, field));
    type.members().forEach(member -> checkMember(type, member));
    for (String name : type.interfaces()) {
      new InterfaceCheck(system, type).check(name);
    }
    switch (type.kind()) {
      case OBJECT, INTERFACE -> checkOutput(type);
      case INPUT_OBJECT -> checkInput(type);
      case ENUM -> checkEnum(type);
      case SCALAR, UNION -> {}
    }
    checkUnique(type);
    if (!type.builtIn()) {
      checkName(type.position(), type.name());
    }
    checkDirectives(type.directives(), type.kind().name(), null, false);
  }

  private void checkField(Ast.Definition type, Ast.FieldDefinition field) {
    checkName(field.position(), field.name());
    checkType(field.type());
    checkArguments(field.arguments(), null);
    boolean input = type.kind() == Ast.DefinitionKind.INPUT_OBJECT;
    checkDirectives(
        field.directives(), input ? "INPUT_FIELD_DEFINITION" : "FIELD_DEFINITION", null, true);
  }

  private void checkMember(Ast.Definition type, String name) {
    Ast.Definition member = system.type(name);
    if (member == null) {
      throw stop(type.position(), "Undefined type \"" + name + "\".");
    }
    if (member.kind() != Ast.DefinitionKind.OBJECT) {
      throw stop(type.position(), type.kind() + " type \"" + name + "\" must be OBJECT.");
    }
  }

  private void checkOutput(Ast.Definition type) {
    String subject = type.kind() + " " + type.name() + ": ";
    if (type.fields().isEmpty()) {
      throw stop(type.position(), subject + "must define one or more fields.");
    }
    for (Ast.FieldDefinition field : type.fields()) {
      Ast.Definition of = system.type(field.type().innermost());
      if (of != null && of.kind() == Ast.DefinitionKind.INPUT_OBJECT) {
        throw stop(
            field.position(),
            subject + "field must be one of SCALAR, OBJECT, INTERFACE, UNION, ENUM.");
      }
    }
  }

  private void checkInput(Ast.Definition type) {
    if (type.fields().isEmpty()) {
      throw stop(
          type.position(),
          type.kind() + " " + type.name() + ": must define one or more input fields.");
    }
    for (Ast.FieldDefinition field : type.fields()) {
      Ast.Definition of = system.type(field.type().innermost());
      if (of != null && !of.isInput()) {
        throw stop(
            field.position(),
            of.kind() + " " + field.name() + ": field must be one of SCALAR, ENUM, INPUT_OBJECT.");
      }
    }
  }

  private void checkEnum(Ast.Definition type) {
    String subject = type.kind() + " " + type.name() + ": ";
    if (type.values().isEmpty()) {
      throw stop(type.position(), subject + "must define one or more unique enum values.");
    }
    for (Ast.EnumValue value : type.values()) {
      if (NO_ENUM.contains(value.name())) {
        throw stop(type.position(), subject + "non-enum value " + value.name() + ".");
      }
      checkDirectives(value.directives(), "ENUM_VALUE", null, true);
    }
  }

  private static void checkUnique(Ast.Definition type) {
    int field = second(type.fields().stream().map(Ast.FieldDefinition::name).toList());
    if (field >= 0) {
      Ast.FieldDefinition twice = type.fields().get(field);
      throw stop(
          twice.position(),
          "Field " + type.name() + "." + twice.name() + " can only be defined once.");
    }
    int value = second(type.values().stream().map(Ast.EnumValue::name).toList());
    if (value >= 0) {
      Ast.EnumValue twice = type.values().get(value);
      throw stop(
          twice.position(),
          "Enum value " + type.name() + "." + twice.name() + " can only be defined once.");
    }
    int member = second(type.members());
    if (member >= 0) {
      boolean known = type.memberPositions().size() == type.members().size();
      Position position = known ? type.memberPositions().get(member) : null;
      throw stop(
          position == null ? type.position() : position,
          "Union type "
              + type.name()
              + " can only include type "
              + type.members().get(member)
              + " once.");
    }
  }

  /// Where the first name that comes twice comes again, or -1.
  private static int second(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      int again = names.subList(i + 1, names.size()).indexOf(names.get(i));
      if (again >= 0) {
        return i + 1 + again;
      }
    }
    return -1;
  }

  private Ast.Definition checkType(Ast.Type type) {
    Ast.Definition definition = system.type(type.innermost());
    if (definition == null) {
      throw stop(type.position(), "Undefined type " + type.innermost() + ".");
    }
    return definition;
  }

  private void checkArguments(List<Ast.ArgumentDefinition> arguments, @Nullable String directive) {
    for (Ast.ArgumentDefinition argument : arguments) {
      checkName(argument.position(), argument.name());
      Ast.Definition type = checkType(argument.type());
      if (!type.isInput()) {
        throw stop(
            argument.position(),
            "cannot use "
                + argument.type().text()
                + " as argument "
                + argument.name()
                + " because "
                + type.kind()
                + " is not a valid input type");
      }
      checkDirectives(argument.directives(), "ARGUMENT_DEFINITION", directive, true);
    }
  }

  /// @param defined the directive in whose definition these stand, or null
  /// @param once whether they stand at one place, where most may stand only once
  void checkDirectives(
      List<Ast.Directive> directives, String location, @Nullable String defined, boolean once) {
    Set<String> seen = new HashSet<>();
    for (Ast.Directive directive : directives) {
      String name = directive.name();
      checkName(directive.position(), name);
      if (name.equals(defined)) {
        throw stop(directive.position(), "Directive " + defined + " cannot refer to itself.");
      }
      Ast.DirectiveDefinition definition = system.directive(name);
      if (definition == null) {
        throw stop(directive.position(), "Undefined directive " + name + ".");
      }
      if (once && !seen.add(name) && !definition.repeatable()) {
        throw stop(
            directive.position(),
            "The directive " + name + " can only be used once at this location.");
      }
      if (!definition.locations().contains(location)) {
        throw stop(
            directive.position(), "Directive " + name + " is not applicable on " + location + ".");
      }
      checkGivenArguments(directive, definition);
    }
  }

  private static void checkGivenArguments(
      Ast.Directive directive, Ast.DirectiveDefinition definition) {
    for (Ast.Argument argument : directive.arguments()) {
      if (definition.argument(argument.name()) == null) {
        throw stop(
            argument.position(),
            "Undefined argument " + argument.name() + " for directive " + directive.name() + ".");
      }
    }
    for (Ast.ArgumentDefinition wanted : definition.arguments()) {
      Ast.Argument given = directive.argument(wanted.name());
      boolean missing = given == null || given.value().kind() == Ast.Kind.NULL;
      if (wanted.type().nonNull() && wanted.defaultValue() == null && missing) {
        throw stop(
            directive.position(),
            "Argument "
                + wanted.name()
                + " for directive "
                + directive.name()
                + " cannot be null.");
      }
    }
  }

  private static void checkName(@Nullable Position position, String name) {
    if (name.startsWith("__")) {
      throw stop(
          position,
          "Name \""
              + name
              + "\" must not begin with \"__\", which is reserved by GraphQL introspection.");
    }
  }
}
