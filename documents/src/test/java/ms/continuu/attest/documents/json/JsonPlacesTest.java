package ms.continuu.attest.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.junit.jupiter.api.Test;

class JsonPlacesTest {

  @Test
  void memberIsFoundAtItsKey() {
    assertThat(locate("{\n  \"a\": 1,\n  \"b\": [true, {\"c\": null}]\n}", "b", 1, "c"))
        .isEqualTo("3:16 \"c\"");
  }

  @Test
  void itemIsFoundAtItsValue() {
    assertThat(locate("[10, [\"x:\", 20]]", 1, 1)).isEqualTo("1:13 20");
  }

  @Test
  void pathThatEndsNowhereLeadsToItsDeepestNode() {
    assertThat(locate("{\"a\": {\"b\": 1}}", "a", "nothing", 3)).isEqualTo("1:2 \"a\"");
  }

  @Test
  void lastOfRepeatedKeysCounts() {
    assertThat(locate("{\"a\": 1, \"a\": 2}", "a")).isEqualTo("1:10 \"a\"");
  }

  @Test
  void escapedKeyIsFound() {
    assertThat(locate("{\"x\\u0041\\n\": 1}", "xA\n")).isEqualTo("1:2 \"x\\u0041\\n\"");
  }

  @Test
  void scalarRootIsItsOwnPlace() {
    assertThat(locate("  42 ")).isEqualTo("1:3 42");
  }

  @Test
  void itemOfLongArrayIsFound() {
    String items =
        String.join(",", IntStream.range(0, 100).mapToObj(i -> "{\"k\":" + i + "}").toList());
    assertThat(locate("[" + items + "]", 99, "k")).endsWith(" \"k\"");
    assertThat(locate("[" + items + "]", 100)).isEqualTo("1:1 [");
  }

  private static String locate(String text, Object... path) {
    List<Value> steps =
        Stream.of(path)
            .<Value>map(
                s -> s instanceof Integer i ? NumberValue.of(i) : StringValue.of((String) s))
            .toList();
    Location place = new JsonPlaces(new SourceFile("", text), 0).locate(steps);
    return place.row() + ":" + place.column() + " " + place.text();
  }
}
