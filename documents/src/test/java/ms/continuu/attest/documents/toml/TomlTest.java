package ms.continuu.attest.documents.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.junit.jupiter.api.Test;

class TomlTest {

  @Test
  void tablesAndDottedKeysNest() {
    check("a = 1\n[b.c]\nd.e = true\n[b]\nf = 'x'\n", "{'a':1,'b':{'c':{'d':{'e':true}},'f':'x'}}");
    check("a.b = {c = 1, d.e = 2}", "{'a':{'b':{'c':1,'d':{'e':2}}}}");
  }

  @Test
  void arraysOfTablesGrow() {
    check("[[p]]\nn = 1\n[[p.q]]\nm = 2\n[[p]]\n[p.r]\n", "{'p':[{'n':1,'q':[{'m':2}]},{'r':{}}]}");
  }

  @Test
  void stringsOfAllFourKinds() {
    check("a = \"x\\t\\u00e9\\U0001F600\"", "{'a':'x\\té😀'}");
    check("a = 'C:\\x'", "{'a':'C:\\\\x'}");
    check("a = \"\"\"\nx \\\n   y\r\nz\"\"\"\"", "{'a':'x y\\nz\\\"'}");
    check("a = '''\nx\\\n'''", "{'a':'x\\\\\\n'}");
  }

  @Test
  void numbersAndTimes() {
    check("a = 1_000\nb = 0xFf\nc = -0b11\n".replace("-0b", "0b"), "{'a':1000,'b':255,'c':3}");
    check("a = +6.5e-1_0\nb = -inf\nc = +nan", "{'a':6.5e-10,'b':'-inf','c':'nan'}");
    check(
        "a = 1979-05-27 07:32:00.5z\nb = 1979-05-27\nc = 07:32:00",
        "{'a':'1979-05-27T07:32:00.5Z','b':'1979-05-27','c':'07:32:00'}");
    check("a = [1, # one\n 2,\n]", "{'a':[1,2]}");
  }

  @Test
  void everyNodeHasItsPlace() {
    Document document = read("x = [10, {y = 1}]\r\n[a.b]\r\nc = 'd'\r\n[[l]]\r\n[[l]]\r\nm=1");
    assertThat(place(document)).isEqualTo("1:1");
    assertThat(place(document, "x", 0)).isEqualTo("1:6");
    assertThat(place(document, "x", 1, "y")).isEqualTo("1:11");
    assertThat(place(document, "a")).isEqualTo("2:2");
    assertThat(place(document, "a", "b", "c")).isEqualTo("3:1");
    assertThat(place(document, "l", 1)).isEqualTo("5:1");
    assertThat(place(document, "l", 1, "m")).isEqualTo("6:1");
    assertThat(place(document, "a", "b", "none")).isEqualTo("2:4");
  }

  @Test
  void wrongTextIsToldWhereItIsWrong() {
    refuses("a = 1\na = 2", "2:1 key `a` is repeated: line 1 has it already");
    refuses("[a]\n[a]", "2:2 key `a` is repeated: line 1 has it already");
    refuses("a = {b = 1}\na.c = 2", "2:1 cannot add to `a`: line 1 defines it completely");
    refuses("[a]\nb.c = 1\n[a.b]", "3:4 key `b` is repeated: line 2 has it already");
    refuses("a = 1 b = 2", "1:7 expected the end of the line, found `b`");
    refuses("a = hello", "1:5 `hello` is no number, date or boolean; put strings in quotes");
    refuses("a = 01", "1:5 `01` is no number, date or boolean; put strings in quotes");
    refuses("a = 9223372036854775808", "1:5 number `9223372036854775808` does not fit 64 bits");
    refuses(
        "a = 2023-02-30", "1:5 `2023-02-30` is no number, date or boolean; put strings in quotes");
    refuses("a = \"x", "1:5 string is not closed on its line; close it with \"");
    refuses("a = \"\\q\"", "1:6 unknown escape; a backslash itself is written `\\\\`");
    refuses("a = [1 2]", "1:8 expected `,` or `]`, found `2`");
    refuses("a", "1:2 expected `=` after the key, found the end of the file");
  }

  @Test
  void deepNestingIsRefused() {
    refuses("a = " + "[".repeat(5_000), "1:1005 nested deeper than 1000 levels");
    refuses("a = " + "{b=".repeat(5_000), "1:3003 nested deeper than 1000 levels");
    refuses("a.".repeat(5_000) + "a = 1", "1:1 nested deeper than 1000 levels");
    refuses("[" + "a.".repeat(5_000) + "a]", "1:1 nested deeper than 1000 levels");
    read("a = " + "[".repeat(999) + "]".repeat(999));
  }

  private static void check(String text, String json) {
    Value value = read(text).value();
    assertThat(Json.text(value)).isEqualTo(json.replace('\'', '"'));
  }

  private static void refuses(String text, String fault) {
    Reading reading = Toml.TOML.read(new SourceFile("t.toml", text), DocumentLimits.DEFAULT);
    assertThat(reading.documents()).isEmpty();
    assertThat(reading.diagnostics()).hasSize(1);
    Diagnostic diagnostic = reading.diagnostics().getFirst();
    Location place = diagnostic.location();
    assertThat(place.row() + ":" + place.column() + " " + diagnostic.message()).isEqualTo(fault);
  }

  private static Document read(String text) {
    Reading reading = Toml.TOML.read(new SourceFile("t.toml", text), DocumentLimits.DEFAULT);
    assertThat(reading.diagnostics()).isEmpty();
    return reading.documents().getFirst();
  }

  private static String place(Document document, Object... path) {
    List<Value> steps =
        Arrays.stream(path)
            .map(step ->
                step instanceof Integer i ? NumberValue.of(i) : StringValue.of((String) step))
            .map(Value.class::cast)
            .toList();
    Location place = document.positions().locate(steps);
    return place.row() + ":" + place.column();
  }
}
