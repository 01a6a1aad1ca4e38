package ms.continuu.attest.documents.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.junit.jupiter.api.Test;

class DockerfileTest {

  @Test
  void instructionHasTheMembersThatConftestGives() {
    assertThat(read("FROM golang:1.26 AS build").value())
        .hasToString(
            "[{\"Cmd\": \"from\", \"Flags\": [], \"JSON\": false, \"Stage\": 0, \"StartLine\": 1,"
                + " \"SubCmd\": \"\", \"Value\": [\"golang:1.26\", \"AS\", \"build\"]}]");
  }

  @Test
  void eachInstructionSplitsItsArgumentsInItsWay() {
    check("RUN apt  install x", "[\"apt  install x\"]");
    check("RUN [\"a\", \"b \\\"c\"]", "[\"a\", \"b \\\"c\"]");
    check("RUN ['a']", "[\"['a']\"]");
    check("COPY a  b /c", "[\"a\", \"b\", \"/c\"]");
    check("ENV a=1 b='x y'", "[\"a\", \"1\", \"=\", \"b\", \"'x y'\", \"=\"]");
    check("ENV a b c", "[\"a\", \"b c\", \"\"]");
    check("ARG a=\"x y\" b", "[\"a=\\\"x y\\\"\", \"b\"]");
    check("HEALTHCHECK --interval=1s CMD curl x", "[\"CMD\", \"curl x\"]");
    check("ONBUILD RUN a b", "[\"a b\"]");
    check("expose 80 90/udp", "[\"80\", \"90/udp\"]");
  }

  @Test
  void continuationsJoinAndCommentsWithinThemVanish() {
    check("RUN a \\\n  # why\n\n  && b", "[\"a   && b\"]");
    check("RUN a \\\\\nRUN b", "[\"a \\\\\\\\\"]");
  }

  @Test
  void escapeDirectiveChangesTheContinuation() {
    assertThat(read("# escape=`\nFROM a\nRUN x `\n y\nRUN c:\\\n").value().toString())
        .contains("[\"x  y\"]", "[\"c:\\\\\"]");
    refuses("# escape=x\nFROM a", "1:1 the escape character is \\ or `, not x");
  }

  @Test
  void commentsAreCommandsOfTheirOwn() {
    ArrayValue commands = (ArrayValue) read("# a\n#\n# b\nFROM x\nRUN y\n# end").value();
    assertThat(commands.size()).isEqualTo(3);
    assertThat(commands.get(0).toString()).contains("\"comment\"", "[\"b\"]");
  }

  @Test
  void stagesAreCountedAndArgMayComeBefore() {
    assertThat(read("ARG V\nFROM a\nRUN x\nFROM b\nRUN y").value().toString())
        .containsPattern("arg.*\"Stage\": 0.*from.*\"Stage\": 0.*from.*\"Stage\": 1.*run.*: 1");
  }

  @Test
  void heredocsAreTakenWhole() {
    Document document =
        read(
            "FROM a\n"
                + "RUN <<EOF bash\n"
                + "FROM evil\n"
                + " EOF\n"
                + "EOF\n"
                + "COPY <<-'A' <<B /x\n"
                + "1\n"
                + "\tA\n"
                + "2\n"
                + "B\n"
                + "USER u");
    assertThat(((ArrayValue) document.value()).size()).isEqualTo(4);
    assertThat(document.value().toString())
        .contains("\"Heredocs\": [\"FROM evil\\n EOF\\n\"]", "\"Heredocs\": [\"1\\n\", \"2\\n\"]");
    assertThat(place(document, 1, "Heredocs", 0)).isEqualTo("3:1");
    assertThat(place(document, 3, "Value", 0)).isEqualTo("11:6");
    refuses("FROM a\nRUN <<X\ny", "2:5 heredoc is not closed; end it with a line `X`");
  }

  @Test
  void everyWordHasItsPlace() {
    Document document = read("FROM a\r\nRUN --mount=type=cache \\\r\n  b c\r\nENV k=v\r\n");
    assertThat(place(document, 1)).isEqualTo("2:1");
    assertThat(place(document, 1, "Flags", 0)).isEqualTo("2:5");
    assertThat(place(document, 1, "Value", 0)).isEqualTo("3:3");
    assertThat(place(document, 2, "Value", 1)).isEqualTo("4:7");
    assertThat(place(document, 2, "Cmd")).isEqualTo("4:1");
  }

  @Test
  void wrongTextIsToldWhereItIsWrong() {
    refuses("", "1:1 file has no instruction");
    refuses("# only\n", "1:1 file has no instruction");
    refuses("FROM a\nFOO x", "2:1 unknown instruction `FOO`");
    refuses("FROM a b", "1:1 FROM is written `FROM image` or `FROM image AS stage`");
    refuses("COPY a", "1:1 COPY needs at least two arguments");
    refuses("ENV a", "1:5 ENV needs a name and a value; write `name=value`");
    refuses("ENV a=1 b", "1:9 expected `name=value`, found `b`; quote values with blanks");
    refuses("RUN [1]", "1:5 a command in JSON form is an array of nothing but strings");
    refuses("ONBUILD ONBUILD RUN x", "1:9 ONBUILD cannot hold another ONBUILD");
  }

  private static void check(String line, String value) {
    ArrayValue commands = (ArrayValue) read("FROM a\n" + line).value();
    assertThat(((ObjectValue) commands.get(1)).get("Value")).hasToString(value);
  }

  private static void refuses(String text, String fault) {
    Reading reading = Dockerfile.DOCKERFILE.read(new SourceFile("f", text), DocumentLimits.DEFAULT);
    assertThat(reading.diagnostics()).hasSize(1);
    Diagnostic diagnostic = reading.diagnostics().getFirst();
    Location place = diagnostic.location();
    assertThat(place.row() + ":" + place.column() + " " + diagnostic.message()).isEqualTo(fault);
  }

  private static Document read(String text) {
    Reading reading = Dockerfile.DOCKERFILE.read(new SourceFile("f", text), DocumentLimits.DEFAULT);
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
