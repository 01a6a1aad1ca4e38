package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworksTest {
  @Test
  void networkContainsAddressesAndNetworks() {
    assertThat(Call.of("net.cidr_contains", "\"10.0.0.0/8\"", "\"10.1.2.3\"")).isEqualTo("true");
    assertThat(Call.of("net.cidr_contains", "\"10.0.0.0/8\"", "\"9.0.0.0/7\"")).isEqualTo("false");
    assertThat(Call.of("net.cidr_contains", "\"::/80\"", "\"::/80\"")).isEqualTo("true");
  }

  @Test
  void addressOfFourNumbersWithinIpv6IsTheAddress() {
    assertThat(Call.of("net.cidr_contains", "\"10.0.0.0/8\"", "\"::ffff:10.1.2.3\""))
        .isEqualTo("true");
  }

  @Test
  void leadingZeroIsNoAddress() {
    assertThat(Call.of("net.cidr_intersects", "\"10.0.0.0/8\"", "\"010.0.0.0/8\""))
        .isEqualTo("! invalid CIDR address: 010.0.0.0/8");
  }

  @Test
  void neighboursMerge() {
    assertThat(Call.of("net.cidr_merge", "[\"192.0.2.0/25\", \"192.0.2.128/25\", \"::/127\"]"))
        .isEqualTo("{\"192.0.2.0/24\", \"::/127\"}");
  }

  @Test
  void addressAloneStandsForItsClass() {
    assertThat(Call.of("net.cidr_merge", "[\"1.2.3.4\"]")).isEqualTo("{\"1.2.3.4/8\"}");
    assertThat(Call.of("net.cidr_merge", "[\"::1\"]"))
        .isEqualTo("! IPv6 invalid: needs prefix length");
  }

  @Test
  void matchesNameWhatWasFound() {
    assertThat(
            Call.of(
                "net.cidr_contains_matches",
                "{\"a\": [\"10.0.0.0/8\", 1]}",
                "[\"10.0.0.1\", \"11.0.0.1\"]"))
        .isEqualTo("{[\"a\", 0]}");
  }

  @Test
  void hostNamesAreLookedUpByTheHost() {
    assertThat(Call.of("net.lookup_ip_addr", "\"localhost\""))
        .isEqualTo("{\"127.0.0.1\", \"::1\"}");
    assertThat(Call.of("net.lookup_ip_addr", "\"no\"")).isEqualTo("! lookup no: no such host");
  }
}
