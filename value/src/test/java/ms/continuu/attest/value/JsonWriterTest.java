package ms.continuu.attest.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void membersKeepTheirOrder() {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, "  ", false)
        .beginObject()
        .member("b", 1)
        .name("a")
        .beginArray()
        .string("x")
        .beginObject()
        .endObject()
        .endArray()
        .name("c")
        .value(SetValue.of(NumberValue.of(2), NumberValue.of(1)))
        .endObject();
    assertThat(out.toString())
        .isEqualTo(
            """
            {
              "b": 1,
              "a": [
                "x",
                {}
              ],
              "c": [
                1,
                2
              ]
            }\
            """);
  }

  @Test
  void stringsAreEscapedAsGoDoes() {
    assertThat(line("<a&\"\\\n\u0001\u2028é😀\u007f"))
        .isEqualTo("\"\\u003ca\\u0026\\\"\\\\\\n\\u0001\\u2028é😀\u007f\"");
  }

  @Test
  void strayBytesBecomeReplacementCharacters() {
    assertThat(line(StringValue.ofBytes(new byte[] {'a', (byte) 0xFF}).text()))
        .isEqualTo("\"a\\ufffd\"");
  }

  @Test
  void keysThatAreNoStringsBecomeTheirText() {
    ObjectValue object =
        ObjectValue.builder().put(ArrayValue.of(NumberValue.of(1)), NullValue.NULL).build();
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, "", false).value(object);
    assertThat(out.toString()).isEqualTo("{\"[1]\":null}");
  }

  private static String line(String text) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, "", true).string(text);
    return out.toString();
  }
}
