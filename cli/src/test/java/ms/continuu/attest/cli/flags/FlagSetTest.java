package ms.continuu.attest.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagSetTest {
  private final FlagSet flags = new FlagSet();

  @Test
  void flagsAndArgumentsMayBeMixed() throws FlagException {
    BooleanFlag fail = flags.bool("fail");
    TextFlag input = flags.text("input", 'i', "");
    assertThat(flags.parse(List.of("a", "--fail", "b", "-i", "x", "--", "--c")))
        .containsExactly("a", "b", "--c");
    assertThat(fail.isOn()).isTrue();
    assertThat(input.value()).isEqualTo("x");
  }

  @Test
  void shorthandsMayBeJoinedAndHaveTheirArgumentBehindThem() throws FlagException {
    BooleanFlag partial = flags.bool("partial", 'p');
    ListFlag data = flags.repeated("data", 'd');
    assertThat(flags.parse(List.of("-pdx", "-d=y", "--data=z"))).isEmpty();
    assertThat(partial.isOn()).isTrue();
    assertThat(data.values()).containsExactly("x", "y", "z");
  }

  @Test
  void commasPartValuesUnlessQuoted() throws FlagException {
    ListFlag ignore = flags.commaSeparated("ignore", "usual");
    flags.parse(List.of("--ignore", "a,\"b,c\"", "--ignore=d"));
    assertThat(ignore.values()).containsExactly("a", "b,c", "d");
  }

  @Test
  void durationsHaveGosForm() throws FlagException {
    DurationFlag timeout = flags.duration("timeout");
    flags.parse(List.of("--timeout", "1m2.5s"));
    assertThat(timeout.value()).isEqualTo(Duration.ofMillis(62_500));
  }

  @Test
  void faultsHavePflagsWords() {
    flags.number("count", 1);
    flags.text("data", 'd', "");
    assertFault("--nope", "unknown flag: --nope");
    assertFault("-z", "unknown shorthand flag: 'z' in -z");
    assertFault("-d", "flag needs an argument: 'd' in -d");
    assertFault("--data", "flag needs an argument: --data");
    assertFault(
        "--count=99999999999999999999",
        "invalid argument \"99999999999999999999\" for \"--count\" flag: strconv.ParseInt: parsing"
            + " \"99999999999999999999\": value out of range");
  }

  private void assertFault(String argument, String text) {
    assertThatThrownBy(() -> flags.parse(List.of(argument)))
        .isInstanceOfSatisfying(
            FlagException.class, fault -> assertThat(fault.text()).isEqualTo(text));
  }
}
