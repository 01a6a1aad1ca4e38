package ms.continuu.attest.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import org.junit.jupiter.api.Test;

class ListAndShowTest extends PolicyCase {
  @Test
  void libraryIsListed() {
    assertThat(policy("list")).isZero();
    assertThat(out)
        .startsWith("NAME")
        .contains("privileged ", " security ", "Containers must not be privileged", " policies, ");
  }

  @Test
  void filtersNarrowTheList() throws IOException {
    write("p/owner.rego", OWNER);
    write("p/other.rego", "package main\n\nwarn contains \"x\"\n");
    assertThat(policy("list", file("p"))).isZero();
    assertThat(out).contains("owner  rules  1", "main ", "2 policies, 2 rules");
    for (String[] filter :
        new String[][] {
          {"--area", "rules"},
          {"--severity", "high"},
          {"--control", "soc2"},
          {"--control", "SOC2:CC6.1"}
        }) {
      assertThat(policy("list", file("p"), filter[0], filter[1])).isZero();
      assertThat(out).contains("owner", "1 policy, 1 rule\n");
    }
    assertThat(policy("list", file("p"), "--control", "SOC2:CC9.9")).isZero();
    assertThat(out).contains("0 policies, 0 rules");
    assertThat(policy("list", "--severity", "awful")).isEqualTo(3);
  }

  @Test
  void listIsReadByPrograms() throws IOException, JsonSyntaxException {
    write("p/owner.rego", OWNER);
    assertThat(policy("list", file("p"), "--format", "json")).isZero();
    assertThat(Json.parse(out).toString())
        .contains("\"name\": \"team.rules.owner\"", "\"line\": 18", "\"SOC2\": [\"CC6.1\"]");
  }

  @Test
  void allOfAPolicyIsShown() throws IOException {
    write("p/owner.rego", OWNER);
    write("p/attest/parameters/data.yaml", "owner: {label: owner}\n");
    assertThat(policy("show", "owner", "--policy", file("p"))).isZero();
    assertThat(out)
        .contains(
            "Services must name their owner",
            "Nobody answers for what nobody owns.",
            "owner.rego:18",
            "the document is `input`; Rego v1",
            "label  string  = \"owner\"",
            "the label that names the owner",
            "Rule deny: high violation",
            "set the label `owner`",
            "SOC2  CC6.1",
            "  bad\n    kind: Service\n    metadata: {name: a}\n");
  }

  @Test
  void allOfAPolicyIsReadByPrograms() throws IOException, JsonSyntaxException {
    write("p/owner.rego", OWNER);
    assertThat(policy("show", "team-rules", "-p", file("p"), "--format", "json")).isZero();
    assertThat(Json.parse(out).toString())
        .contains("\"remediation\": \"set the label `owner`\"", "\"value\": null", "\"examples\"");
  }

  @Test
  void unknownNameIsToldWithTheNearest() {
    assertThat(policy("show", "priviledged")).isEqualTo(3);
    assertThat(err).contains("no policy is named `priviledged` (did you mean `privileged`?)");
    assertThat(policy("show", "zzzzzzzzzzzz")).isEqualTo(3);
    assertThat(err).contains("`attest policy list` shows all");
    assertThat(policy("show")).isEqualTo(3);
  }

  @Test
  void brokenPolicyIsToldWhereItIsBroken() throws IOException {
    write("p.rego", "package main\n\ndeny contains msg if {\n");
    assertThat(policy("list", file("p.rego"))).isEqualTo(2);
    assertThat(err).contains("p.rego:", "rego_parse_error");
  }
}
