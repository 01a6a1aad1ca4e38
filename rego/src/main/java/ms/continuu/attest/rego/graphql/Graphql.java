package ms.continuu.attest.rego.graphql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// The door to GraphQL: documents from text or from values, as values, and checked.
public final class Graphql {
  private static final Pattern LOCATED =
      Pattern.compile("[^:]*:([0-9]+):([0-9]+):(.*)", Pattern.DOTALL);

  private Graphql() {}

  /// A query document.
  public static final class Query {
    private final Ast.Query document;

    private Query(Ast.Query document) {
      this.document = document;
    }

    /// The document as a value.
    public Value toValue() {
      return AstValues.of(document);
    }
  }

  /// A schema document, which may not be valid.
  public static final class Schema {
    private final Ast.Schema document;

    private Schema(Ast.Schema document) {
      this.document = document;
    }

    /// The document as a value.
    public Value toValue() {
      return AstValues.of(document);
    }

    /// The schema with what every schema has.
    ///
    /// @throws GraphqlException with what is wrong first
    public CheckedSchema check() throws GraphqlException {
      try {
        return new CheckedSchema(SchemaBuilder.build(document));
      } catch (TokenReader.Stop stop) {
        throw new GraphqlException(
            "Error in gqlparser SchemaDocument to Schema conversion: " + stop.fault().text());
      }
    }
  }

  /// A schema that is valid.
  public static final class CheckedSchema {
    private final TypeSystem system;

    private CheckedSchema(TypeSystem system) {
      this.system = system;
    }

    /// Checks a query against the schema.
    ///
    /// @throws GraphqlException with all that is wrong
    public void check(Query query) throws GraphqlException {
      List<Fault> faults = QueryWalk.faults(system, query.document, ValueRules.all());
      if (!faults.isEmpty()) {
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> text.append(fault.text()).append('\n'));
        throw new GraphqlException(shown(text.toString()));
      }
    }
  }

  public static Query query(StringValue text) throws GraphqlException {
    try {
      return new Query(QueryParser.parse(text.text()));
    } catch (TokenReader.Stop stop) {
      throw new GraphqlException(shown(stop.fault().text()));
    }
  }

  /// A query from a value such as [Query#toValue] makes.
  public static Query query(ObjectValue value) throws GraphqlException {
    try {
      return new Query(AstReader.query(value));
    } catch (AstReader.Misfit misfit) {
      throw new GraphqlException(String.valueOf(misfit.getMessage()));
    }
  }

  public static Schema schema(StringValue text) throws GraphqlException {
    try {
      return new Schema(SchemaParser.parse(text.text()));
    } catch (TokenReader.Stop stop) {
      throw new GraphqlException(shown(stop.fault().text()));
    }
  }

  /// A schema from a value such as [Schema#toValue] makes.
  public static Schema schema(ObjectValue value) throws GraphqlException {
    try {
      return new Schema(AstReader.schema(value));
    } catch (AstReader.Misfit misfit) {
      throw new GraphqlException(String.valueOf(misfit.getMessage()));
    }
  }

  /// The message with the place at its end, as OPA turns it.
  private static String shown(String text) {
    Matcher located = LOCATED.matcher(text);
    if (!located.matches()) {
      return "GraphQL parse error: " + text;
    }
    String message = located.group(3).replaceFirst("^ +", "");
    if (message.endsWith(".\n")) {
      message = message.substring(0, message.length() - 2);
    }
    return message + " in GraphQL string at location " + located.group(1) + ":" + located.group(2);
  }
}
