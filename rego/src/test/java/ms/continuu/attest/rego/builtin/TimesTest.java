package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {
  @Test
  void timeIsReadInALayout() {
    assertThat(Call.of("time.parse_ns", "\"2006-01-02 15:04 -0700\"", "\"1970-01-01 01:00 +0100\""))
        .isEqualTo("0");
    assertThat(Call.of("time.parse_ns", "\"RFC850\"", "\"Thursday, 01-Jan-70 00:00:01 CET\""))
        .isEqualTo("1000000000");
    assertThat(Call.of("time.parse_rfc3339_ns", "\"2262-04-11T23:47:16.854775807Z\""))
        .isEqualTo("9223372036854775807");
  }

  @Test
  void misfitIsToldInGoWords() {
    assertThat(Call.of("time.parse_ns", "\"2006-01-02\"", "\"2020-1é\""))
        .isEqualTo(
            "! parsing time \"2020-1\\xc3\\xa9\" as \"2006-01-02\": "
                + "cannot parse \"1\\xc3\\xa9\" as \"01\"");
    assertThat(Call.of("time.parse_ns", "\"2006-01-02\"", "\"2020-02-30\""))
        .isEqualTo("! parsing time \"2020-02-30\": day out of range");
    assertThat(Call.of("time.parse_rfc3339_ns", "\"1600-01-01T00:00:00Z\""))
        .isEqualTo("! time outside of valid range");
  }

  @Test
  void timeIsWrittenInAZoneWithItsAbbreviation() {
    String summer = "[1700000000000000000, \"Europe/Berlin\", \"RFC822\"]";
    assertThat(Call.of("time.format", summer)).isEqualTo("\"14 Nov 23 23:13 CET\"");
    assertThat(Call.of("time.format", "[0, \"America/Sao_Paulo\", \"MST -07:00 __2 .000\"]"))
        .isEqualTo("\"-03 -03:00 365 .000\"");
    assertThat(Call.of("time.format", "4118040000000000000")).isEqualTo("\"2100-06-30T12:00:00Z\"");
  }

  @Test
  void zoneIsKnownBeyondItsLastTransition() {
    assertThat(Call.of("time.clock", "[4118040000000000000, \"Europe/Berlin\"]"))
        .isEqualTo("[14, 0, 0]");
    assertThat(Call.of("time.clock", "[0, \"Europe/Nowhere\"]"))
        .isEqualTo("! unknown time zone Europe/Nowhere");
  }

  @Test
  void daysAreCountedOnIntoTheNextMonth() {
    assertThat(Call.of("time.date", Call.of("time.add_date", "1706659200000000000", "0", "1", "0")))
        .isEqualTo("[2024, 3, 2]");
  }

  @Test
  void differenceIsByTheClocksOfTheFirst() {
    assertThat(Call.of("time.diff", "[1700000000000000000, \"UTC\"]", "0"))
        .isEqualTo("[53, 10, 13, 22, 13, 20]");
  }

  @Test
  void durationsHaveDaysWeeksAndYears() {
    assertThat(Call.of("time.parse_duration_ns", "\"1w1.5d\"")).isEqualTo("734400000000000");
    assertThat(Call.of("time.parse_duration_ns", "\"1d1x\""))
        .isEqualTo("! time: unknown unit \"x\" in duration \"1d1x\"");
    assertThat(Call.of("time.parse_duration_ns", "\"é\""))
        .isEqualTo("! time: invalid duration \"\\xc3\\xa9\"");
  }

  @Test
  void fractionOfANanosecondIsNoTime() {
    assertThat(Call.of("time.weekday", "0.5")).isEqualTo("! timestamp too big");
    assertThat(Call.of("time.weekday", "1e9")).isEqualTo("\"Thursday\"");
  }
}
