package ms.continuu.attest.rego.graphql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rules for values that need no look at their types, and for the places of variables.
final class ValueRules {
  private ValueRules() {}

  /// Variables are declared.
  static final class NoUndefinedVariables implements Rule {
    @Override
    public void value(QueryWalk walk, Ast.Literal value) {
      Ast.Operation operation = walk.operation();
      if (operation == null
          || value.kind() != Ast.Kind.VARIABLE
          || walk.note(value).variable() != null) {
        return;
      }
      walk.report(
          value.position(),
          "Variable \""
              + value.text()
              + "\" is not defined"
              + (operation.name().isEmpty() ? "." : " by operation \"" + operation.name() + "\"."));
    }
  }

  /// No field of an object is given twice.
  static final class UniqueFields implements Rule {
    @Override
    public void value(QueryWalk walk, Ast.Literal value) {
      if (value.kind() != Ast.Kind.OBJECT) {
        return;
      }
      Set<String> seen = new HashSet<>();
      for (Ast.Child field : value.children()) {
        if (!seen.add(field.name())) {
          walk.report(
              field.position(),
              "There can be only one input field named \"" + field.name() + "\".");
        }
      }
    }
  }

  /// A variable stands where a value of its type may.
  static final class VariablePositions implements Rule {
    @Override
    public void value(QueryWalk walk, Ast.Literal value) {
      if (value.kind() == Ast.Kind.VARIABLE && walk.operation() != null) {
        QueryWalk.ValueNote note = walk.note(value);
        checkVariable(walk, value, note, note.expected(), note.variable());
      }
      if (value.kind() == Ast.Kind.OBJECT) {
        checkOneOf(walk, value);
      }
    }

    /// A default allows for null.
    private static void checkVariable(
        QueryWalk walk,
        Ast.Literal value,
        QueryWalk.ValueNote note,
        Ast.@Nullable Type expected,
        Ast.@Nullable Variable variable) {
      if (expected == null || variable == null) {
        return;
      }
      Ast.Literal defaultValue = variable.defaultValue();
      boolean hasDefault =
          note.hasDefault() || defaultValue != null && defaultValue.kind() != Ast.Kind.NULL;
      if (!variable.type().fits(hasDefault ? expected.nullable() : expected)) {
        walk.report(
            value.position(),
            "Variable \""
                + value.text()
                + "\" of type \""
                + variable.type().text()
                + "\" used in position expecting type \""
                + expected.text()
                + "\".");
      }
    }

    private static void checkOneOf(QueryWalk walk, Ast.Literal value) {
      Ast.Definition type = walk.note(value).definition();
      if (type == null || Ast.named(type.directives(), Ast.Directive::name, "oneOf") == null) {
        return;
      }
      for (Ast.Child child : value.children()) {
        Ast.Variable variable = walk.note(child.value()).variable();
        if (child.value().kind() == Ast.Kind.VARIABLE
            && variable != null
            && !variable.type().nonNull()) {
          walk.report(
              variable.position() == null ? child.value().position() : variable.position(),
              "Variable \""
                  + child.value().text()
                  + "\" is of type \""
                  + variable.type().text()
                  + "\" but must be non-nullable to be used for OneOf Input Object \""
                  + type.name()
                  + "\".");
        }
      }
    }
  }

  /// All rules, in the order in which they speak of a node.
  static List<Rule> all() {
    return List.of(
        new FieldRules.OnCorrectType(),
        new FragmentRules.OnCompositeTypes(),
        new FieldRules.KnownArguments(),
        new OperationRules.KnownDirectives(),
        new FragmentRules.KnownNames(),
        new OperationRules.KnownRoot(),
        new FragmentRules.KnownTypes(),
        new OperationRules.LoneAnonymous(),
        new FieldRules.IntrospectionDepth(),
        new FragmentRules.NoCycles(),
        new NoUndefinedVariables(),
        new FragmentRules.NoUnused(),
        new OperationRules.NoUnusedVariables(),
        new OverlappingFields(),
        new FragmentRules.PossibleSpreads(),
        new FieldRules.RequiredArguments(),
        new FieldRules.ScalarLeaves(),
        new OperationRules.SingleFieldSubscriptions(),
        new FieldRules.UniqueArguments(),
        new OperationRules.UniqueDirectives(),
        new FragmentRules.UniqueNames(),
        new UniqueFields(),
        new OperationRules.UniqueNames(),
        new OperationRules.UniqueVariables(),
        new ValuesOfCorrectType(),
        new OperationRules.InputVariables(),
        new VariablePositions());
  }
}
