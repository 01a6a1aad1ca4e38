package ms.continuu.attest.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ParseErrorsTest {

  @TestFactory
  List<DynamicTest> brokenTextsAreRefusedInOpasWords() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (InputStream file = getClass().getResourceAsStream("errors.txt")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      for (String block : all.substring(all.indexOf("=== ")).split("(?m)^=== ")) {
        if (!block.isEmpty()) {
          int line = block.indexOf('\n');
          int bar = block.indexOf("\n---\n", line - 1);
          String text = block.substring(Math.min(line + 1, bar), bar);
          String expected = block.substring(bar + 5).stripTrailing();
          String[] head = block.substring(0, line).split(" ");
          tests.add(
              DynamicTest.dynamicTest(
                  head[0] + " " + text.strip(),
                  () ->
                      assertThat(errors(RegoVersion.valueOf(head[0]), head[1], text))
                          .isEqualTo(expected)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests;
  }

  private static String errors(RegoVersion version, String kind, String text) {
    SourceFile source = new SourceFile("", text);
    ParseOptions options = ParseOptions.of(version);
    List<Diagnostic> diagnostics =
        kind.equals("module")
            ? Parser.module(source, options).diagnostics()
            : Parser.body(source, options).diagnostics();
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      String message =
          diagnostic.code().isEmpty()
              ? diagnostic.message()
              : diagnostic.location() + ": " + diagnostic.code() + ": " + diagnostic.message();
      lines.add(message);
      diagnostic.details().forEach(detail -> lines.add("  " + detail));
    }
    return String.join("\n", lines).stripTrailing();
  }

  @Test
  void factsCountBytesOfTheUntrimmedLine() {
    Diagnostic diagnostic =
        Parser.module(
                new SourceFile("a.rego", "package a\n\tp := \"é\" [\n"),
                ParseOptions.of(RegoVersion.V1))
            .diagnostics()
            .getFirst();
    assertThat(diagnostic.facts().stream().map(f -> f.name() + " " + f.value()))
        .containsExactly("line \"\\tp := \\\"é\\\" [\"", "idx 11");
  }

  @Test
  void capabilitiesThatLackAVersionRefuseIt() {
    ParseOptions none = new ParseOptions(RegoVersion.V1, Set.of(), Set.of(), Set.of(), true, 0);
    assertThat(Parser.module(new SourceFile("", "package a"), none).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("illegal capabilities: rego_v1 feature required for parsing v1 Rego");
  }

  @Test
  void oneErrorIsAnnounced() {
    SourceFile source = new SourceFile("a.rego", "package");
    assertThat(
            ParseErrors.text(Parser.module(source, ParseOptions.of(RegoVersion.V1)).diagnostics()))
        .isEqualTo(
            "1 error occurred: a.rego:1: rego_parse_error: unexpected eof token\n"
                + "\tpackage\n"
                + "\t      ^");
  }
}
