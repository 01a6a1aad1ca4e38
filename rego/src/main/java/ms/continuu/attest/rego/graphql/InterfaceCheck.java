package ms.continuu.attest.rego.graphql;

import org.jspecify.annotations.Nullable;

/// Whether a type has what its interfaces demand.
final class InterfaceCheck {
  private final TypeSystem system;
  private final Ast.Definition type;

  InterfaceCheck(TypeSystem system, Ast.Definition type) {
    this.system = system;
    this.type = type;
  }

  private static TokenReader.Stop stop(@Nullable Position position, String message) {
    return SchemaBuilder.stop(position, message);
  }

  void check(String name) {
    Ast.Definition demanded = system.type(name);
    if (demanded == null) {
      throw stop(type.position(), "Undefined type \"" + name + "\".");
    }
    if (demanded.kind() != Ast.DefinitionKind.INTERFACE) {
      throw stop(
          type.position(), "\"" + name + "\" is a non interface type " + demanded.kind() + ".");
    }
    String subject = "For " + type.name() + " to implement " + demanded.name();
    for (Ast.FieldDefinition field : demanded.fields()) {
      checkField(subject, field);
    }
    for (String inherited : demanded.interfaces()) {
      if (type.interfaces().contains(inherited)) {
        continue;
      }
      throw stop(
          type.position(),
          inherited.equals(type.name())
              ? "Type "
                  + type.name()
                  + " cannot implement "
                  + name
                  + " because it would create a circular reference."
              : "Type "
                  + type.name()
                  + " must implement "
                  + inherited
                  + " because it is implemented by "
                  + name
                  + ".");
    }
  }

  private void checkField(String subject, Ast.FieldDefinition demanded) {
    Ast.FieldDefinition field = type.field(demanded.name());
    if (field == null) {
      throw stop(
          type.position(), subject + " it must have a field called " + demanded.name() + ".");
    }
    if (!isCovariant(demanded.type(), field.type())) {
      throw stop(
          field.position(),
          subject
              + " the field "
              + demanded.name()
              + " must have type "
              + demanded.type().text()
              + ".");
    }
    String same = subject + " the field " + demanded.name() + " must have the same arguments but ";
    for (Ast.ArgumentDefinition wanted : demanded.arguments()) {
      Ast.ArgumentDefinition argument = field.argument(wanted.name());
      if (argument == null) {
        throw stop(field.position(), same + "it is missing " + wanted.name() + ".");
      }
      if (!wanted.type().fits(argument.type())) {
        throw stop(argument.position(), same + wanted.name() + " has the wrong type.");
      }
    }
    for (Ast.ArgumentDefinition argument : field.arguments()) {
      boolean required = argument.type().nonNull() && argument.defaultValue() == null;
      if (demanded.argument(argument.name()) == null && required) {
        throw stop(
            argument.position(),
            subject
                + " any additional arguments on "
                + field.name()
                + " must be optional or have a default value but "
                + argument.name()
                + " is required.");
      }
    }
  }

  private boolean isCovariant(Ast.Type required, Ast.@Nullable Type actual) {
    if (actual == null || required.nonNull() && !actual.nonNull()) {
      return false;
    }
    Ast.Type element = required.element();
    if (element != null) {
      return isCovariant(element, actual.element());
    }
    return required.name().equals(actual.name())
        || system.possible(required.name()).stream()
            .anyMatch(possible -> possible.name().equals(actual.name()));
  }
}
