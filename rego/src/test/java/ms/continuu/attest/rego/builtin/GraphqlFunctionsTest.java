package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import ms.continuu.attest.value.RegoText;
import org.junit.jupiter.api.Test;

class GraphqlFunctionsTest {
  private static final String SCHEMA = "type Query { user(id: ID!): User } type User { id: ID! }";

  private static String call(String name, String... texts) {
    String[] operands = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      operands[i] = RegoText.quote(texts[i]);
    }
    return Call.of(name, operands);
  }

  @Test
  void queryBecomesAnObject() {
    assertThat(call("graphql.parse_query", "{ a(b: 1) # c\n }"))
        .isEqualTo(
            "{\"Operations\": [{\"Name\": \"\", \"Operation\": \"query\", \"SelectionSet\": "
                + "[{\"Alias\": \"a\", \"Arguments\": [{\"Name\": \"b\", \"Value\": "
                + "{\"ExpectedTypeHasDefault\": false, \"Kind\": 1, \"Raw\": \"1\"}}], "
                + "\"Name\": \"a\"}]}]}");
  }

  @Test
  void commentsOfDefinitionsAreKept() {
    assertThat(call("graphql.parse_schema", "# x\nscalar D"))
        .isEqualTo(
            "{\"Definitions\": [{\"AfterDescriptionComment\": {\"List\": [{\"Value\": \"# x\"}]}, "
                + "\"BuiltIn\": false, \"Description\": \"\", \"Kind\": \"SCALAR\", "
                + "\"Name\": \"D\"}]}");
  }

  @Test
  void syntaxFaultNamesItsPlace() {
    assertThat(call("graphql.parse_query", "{ a( }"))
        .isEqualTo("! Expected Name, found } in GraphQL string at location 1:6");
    assertThat(call("graphql.parse_schema", "type Q { a: 'x' }"))
        .isEqualTo("! Expected Name, found <Invalid> in GraphQL string at location 1:13");
  }

  @Test
  void allFaultsOfAQueryAreTold() {
    assertThat(call("graphql.parse", "{ user(ident: 1) { idd } }", SCHEMA))
        .isEqualTo(
            "! Cannot query field \"idd\" on type \"User\". Did you mean \"id\"?\n"
                + "input:1:3: Unknown argument \"ident\" on field \"Query.user\". "
                + "Did you mean \"id\"?\n"
                + "input:1:3: Field \"user\" argument \"id\" of type \"ID!\" is required, "
                + "but it was not provided in GraphQL string at location 1:20");
  }

  @Test
  void fieldsOfOneNameMustAgree() {
    assertThat(call("graphql.parse", "{ user(id: 1) { id } user(id: 2) { id } }", SCHEMA))
        .contains("Fields \"user\" conflict because they have differing arguments.");
  }

  @Test
  void schemaIsChecked() {
    assertThat(call("graphql.schema_is_valid", SCHEMA)).isEqualTo("true");
    assertThat(call("graphql.schema_is_valid", "type Query { a: B }")).isEqualTo("false");
    assertThat(call("graphql.parse", "{ a }", "type Query { a: B }"))
        .isEqualTo(
            "! Error in gqlparser SchemaDocument to Schema conversion: "
                + "input:1:17: Undefined type B.");
  }

  @Test
  void documentsMayComeAsObjects() {
    String query = call("graphql.parse_query", "{ user(id: 1) { id } }");
    String schema = call("graphql.parse_schema", SCHEMA);
    assertThat(Call.of("graphql.is_valid", query, schema)).isEqualTo("true");
    assertThat(Call.of("graphql.parse_and_verify", "1", schema)).isEqualTo("[false, {}, {}]");
  }
}
