package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormattingTest {
  @Test
  void numbersAreFloatsByHowTheyAreWritten() {
    assertThat(Call.of("sprintf", "\"%d %v\"", "[1, 1]")).isEqualTo("\"1 1\"");
    assertThat(Call.of("sprintf", "\"%v %.2f\"", "[1.50, 1.005]")).isEqualTo("\"1.5 1.00\"");
    assertThat(Call.of("sprintf", "\"%d\"", "[1.0]")).isEqualTo("\"%!d(float64=1)\"");
  }

  @Test
  void hugeNumbersStayExact() {
    assertThat(
            Call.of(
                "sprintf", "\"%d %x\"", "[123456789012345678901234567890, 18446744073709551616]"))
        .isEqualTo("\"123456789012345678901234567890 10000000000000000\"");
  }

  @Test
  void faultsOfAFormatStandInTheText() {
    assertThat(Call.of("sprintf", "\"%d %s\"", "[\"x\"]"))
        .isEqualTo("\"%!d(string=x) %!s(MISSING)\"");
    assertThat(Call.of("sprintf", "\"%s\"", "[\"a\", \"b\"]")).isEqualTo("\"a%!(EXTRA string=b)\"");
    assertThat(Call.of("sprintf", "\"%[3]d\"", "[1]")).isEqualTo("\"%!d(BADINDEX)\"");
    assertThat(Call.of("sprintf", "\"%\"", "[]")).isEqualTo("\"%!(NOVERB)\"");
    assertThat(Call.of("sprintf", "\"%z\"", "[true]")).isEqualTo("\"%!z(string=true)\"");
  }

  @Test
  void flagsWidthAndPrecisionAreGos() {
    assertThat(
            Call.of(
                "sprintf",
                "\"%08.3f|%-6s|%+d|%x|% x|%#U\"",
                "[3.14159, \"ab\", 5, \"hi\", \"hi\", 9731]"))
        .isEqualTo("\"0003.142|ab    |+5|6869|68 69|U+2603 '\u2603'\"");
  }

  @Test
  void compositesAreShownAsRego() {
    assertThat(Call.of("sprintf", "\"%v %s\"", "[{\"a\": [1, \"b\", null]}, []]"))
        .isEqualTo("\"{\\\"a\\\": [1, \\\"b\\\", null]} []\"");
  }

  @Test
  void fractionsAreCutBeforeFormatInt() {
    assertThat(Call.of("format_int", "-15.9", "16")).isEqualTo("\"-f\"");
    assertThat(Call.of("format_int", "255", "2")).isEqualTo("\"11111111\"");
    assertThat(Call.of("format_int", "1", "3"))
        .isEqualTo("! operand 2 must be one of {2, 8, 10, 16}");
  }
}
