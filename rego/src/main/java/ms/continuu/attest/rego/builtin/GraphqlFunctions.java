package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.rego.graphql.Graphql;
import ms.continuu.attest.rego.graphql.GraphqlException;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

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

  private static Graphql.Schema schema(Value[] operands, int index)
      throws BuiltinFault, GraphqlException {
    return switch (operands[index]) {
      case StringValue text -> Graphql.schema(text);
      case ObjectValue value -> Graphql.schema(value);
      default -> throw wrongType(operands, index);
    };
  }

  private static BuiltinFault wrongType(Value[] operands, int index) {
    return Operands.wrong(
        index, "must be one of {string, object} but got " + operands[index].typeName());
  }

  private static Value parse(BuiltinContext context, Value[] operands) throws BuiltinFault {
    try {
      Graphql.Query query = query(operands);
      Graphql.Schema schema = schema(operands, 1);
      schema.check().check(query);
      return ArrayValue.of(query.toValue(), schema.toValue());
    } catch (GraphqlException e) {
      throw BuiltinFault.of(e.text());
    }
  }

  private static Value parseAndVerify(BuiltinContext context, Value[] operands) {
    try {
      Graphql.Query query = query(operands);
      Graphql.Schema schema = schema(operands, 1);
      schema.check().check(query);
      return ArrayValue.of(BooleanValue.TRUE, query.toValue(), schema.toValue());
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
      Graphql.Query query = query(operands);
      schema(operands, 1).check().check(query);
      return BooleanValue.TRUE;
    } catch (GraphqlException | BuiltinFault e) {
      return BooleanValue.FALSE;
    }
  }

  private static Value isValidSchema(BuiltinContext context, Value[] operands) {
    try {
      schema(operands, 0).check();
      return BooleanValue.TRUE;
    } catch (GraphqlException | BuiltinFault e) {
      return BooleanValue.FALSE;
    }
  }
}
