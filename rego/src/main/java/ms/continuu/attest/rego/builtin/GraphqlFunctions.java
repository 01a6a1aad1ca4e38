package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.rego.graphql.Graphql;
import ms.continuu.attest.rego.graphql.GraphqlException;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `graphql.*`: documents come as text or as the values that `graphql.parse` gives.
final class GraphqlFunctions implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("graphql.parse", GraphqlFunctions::parse);
    registry.add("graphql.parse_and_verify", GraphqlFunctions::parseAndVerify);
    registry.add("graphql.parse_query", GraphqlFunctions::parseQuery);
    registry.add("graphql.parse_schema", GraphqlFunctions::parseSchema);
    registry.add("graphql.is_valid", GraphqlFunctions::isValid);
    registry.add("graphql.schema_is_valid", GraphqlFunctions::isValidSchema);
  }

  /// OPA counts the positions of wrong types from 0 here.
  private static Graphql.Query query(Value[] operands) throws BuiltinFault, GraphqlException {
    return switch (operands[0]) {
      case StringValue text -> Graphql.query(text);
      case ObjectValue value -> Graphql.query(value);
      default -> throw wrongType(operands, 0);
    };
  }

  /// A schema that was checked, with its document, or what is wrong with it.
  private record Checked(
      Graphql.@Nullable Schema document, Graphql.@Nullable CheckedSchema schema, String fault) {

    static Checked of(Value operand) {
      try {
        Graphql.Schema document =
            operand instanceof ObjectValue value
                ? Graphql.schema(value)
                : Graphql.schema((StringValue) operand);
        return new Checked(document, document.check(), "");
      } catch (GraphqlException e) {
        return new Checked(null, null, e.text());
      }
    }
  }

  /// The schema of an operand, read and checked once for many queries.
  private static Checked schema(BuiltinContext context, Value[] operands, int index)
      throws BuiltinFault {
    Value operand = operands[index];
    if (!(operand instanceof StringValue || operand instanceof ObjectValue)) {
      throw wrongType(operands, index);
    }
    return context.shared(Checked.class, operand, Checked::of);
  }

  /// The value of a schema that is good for the query.
  private static Value verified(BuiltinContext context, Value[] operands, Graphql.Query query)
      throws BuiltinFault, GraphqlException {
    Checked checked = schema(context, operands, 1);
    if (checked.document == null || checked.schema == null) {
      throw BuiltinFault.of(checked.fault);
    }
    checked.schema.check(query);
    return checked.document.toValue();
  }

  private static BuiltinFault wrongType(Value[] operands, int index) {
    return Operands.wrong(
        index, "must be one of {string, object} but got " + operands[index].typeName());
  }

  private static Value parse(BuiltinContext context, Value[] operands) throws BuiltinFault {
    try {
      Graphql.Query query = query(operands);
      Value schema = verified(context, operands, query);
      return ArrayValue.of(query.toValue(), schema);
    } catch (GraphqlException e) {
      throw BuiltinFault.of(e.text());
    }
  }

  private static Value parseAndVerify(BuiltinContext context, Value[] operands) {
    try {
      Graphql.Query query = query(operands);
      Value schema = verified(context, operands, query);
      return ArrayValue.of(BooleanValue.TRUE, query.toValue(), schema);
    } catch (GraphqlException | BuiltinFault e) {
      return ArrayValue.of(BooleanValue.FALSE, ObjectValue.EMPTY, ObjectValue.EMPTY);
    }
  }

  private static Value parseQuery(BuiltinContext context, Value[] operands) throws BuiltinFault {
    try {
      return Graphql.query(Operands.string(operands, 1)).toValue();
    } catch (GraphqlException e) {
      throw BuiltinFault.of(e.text());
    }
  }

  private static Value parseSchema(BuiltinContext context, Value[] operands) throws BuiltinFault {
    try {
      return Graphql.schema(Operands.string(operands, 1)).toValue();
    } catch (GraphqlException e) {
      throw BuiltinFault.of(e.text());
    }
  }

  private static Value isValid(BuiltinContext context, Value[] operands) {
    try {
      verified(context, operands, query(operands));
      return BooleanValue.TRUE;
    } catch (GraphqlException | BuiltinFault e) {
      return BooleanValue.FALSE;
    }
  }

  private static Value isValidSchema(BuiltinContext context, Value[] operands) {
    try {
      return BooleanValue.of(schema(context, operands, 0).schema != null);
    } catch (BuiltinFault e) {
      return BooleanValue.FALSE;
    }
  }
}
