package ms.continuu.attest.rego.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.StringValue;
import org.junit.jupiter.api.Test;

class TypesTest {

  @Test
  void aUnionIsSortedAndFlat() {
    assertThat(Types.or(type("set[any]"), Types.or(type("string"), type("number"))))
        .hasToString("any<number, string, set[any]>");
    assertThat(Types.or(type("any"), type("string"))).hasToString("any");
    assertThat(Types.or(type("string"), type("string"))).hasToString("string");
  }

  @Test
  void selectionFindsKnownPartsFirst() {
    assertThat(Types.select(type("array<string>[number]"), NumberValue.of(0)))
        .hasToString("string");
    assertThat(Types.select(type("array<string>[number]"), NumberValue.of(7)))
        .hasToString("number");
    assertThat(Types.select(type("array<string>"), NumberValue.of(1))).isNull();
    assertThat(Types.select(type("object<a: null>[string: boolean]"), StringValue.of("a")))
        .hasToString("null");
    assertThat(Types.select(type("object<a: null>[string: boolean]"), StringValue.of("b")))
        .hasToString("boolean");
  }

  @Test
  void unknownIsFoundWithin() {
    assertThat(Types.isUnknown(new Type.ArrayOf(List.of(new Type.SetOf(null)), null))).isTrue();
    assertThat(Types.isUnknown(type("array[any]"))).isFalse();
  }

  @Test
  void typesSurviveJson() {
    for (String text :
        List.of("array<null, boolean>[any<number, string>]", "object<a: set[any]>[any: string]")) {
      assertThat(TypeJson.read(TypeJson.write(type(text)))).hasToString(text);
    }
  }

  @Test
  void longTypesAreShortenedToWhereTheyDiffer() {
    TypeElision.Pair pair =
        TypeElision.differences(
            type("object<alpha: string, beta: array[number], gamma: object[any: any]>"),
            type("object<alpha: string, beta: array[string], gamma: object[any: any]>"));
    assertThat(pair.left()).isEqualTo("object<beta: array[number], ...>");
    assertThat(pair.right()).isEqualTo("object<beta: array[string], ...>");
  }

  private static Type type(String text) {
    return TypeParser.parse(text);
  }
}
