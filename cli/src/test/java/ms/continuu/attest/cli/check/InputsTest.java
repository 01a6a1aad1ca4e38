package ms.continuu.attest.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// What `attest check` reads, and what it says of what it cannot read.
class InputsTest extends CheckCase {

  @Test
  void dockerfileIsJudgedWithTheLineAndStage() throws IOException {
    write("Dockerfile", "FROM a AS build\nRUN make\nFROM b\nUSER root\n");
    write(
        "p.rego",
        "package main\n\n"
            + "deny contains {\"message\": \"root\", \"path\": [i, \"Value\", 0]} if {\n"
            + "  input[i].Cmd == \"user\"\n"
            + "  input[i].Value[0] == \"root\"\n"
            + "}\n");
    assertThat(check(file("Dockerfile"), "-p", file("p.rego"))).isEqualTo(1);
    assertThat(out).contains("Dockerfile:4:6", "in      stage/1", "in 2 resources of 1 file");
  }

  @Test
  void partsOfPipelinesAreNamed() throws IOException {
    write("compose.yaml", "services:\n  web: {image: w, privileged: true}\n  db: {image: d}\n");
    write(
        "w.yaml",
        "on: push\njobs:\n  test:\n    runs-on: x\n    steps:\n      - uses: a/b@v1\n"
            + "      - {name: Build, run: make}\n");
    write("terraform.tfstate", STATE);
    write(
        "p.rego",
        """
        package main

        deny contains {"message": "service", "path": ["services", s, "privileged"]} if input.services[s].privileged

        deny contains {"message": "step", "path": ["jobs", j, "steps", i, "run"]} if input.jobs[j].steps[i].run

        deny contains {"message": "bucket", "path": ["resources", i, "instances", k, "attributes", "acl"]} if
          input.resources[i].instances[k].attributes.acl == "public-read"
        """
            .replace("if\n  input", "if input"));
    assertThat(check(folder.toString(), "-p", file("p.rego"))).isEqualTo(1);
    assertThat(out)
        .contains("compose.yaml:2:19", "in      service/web")
        .contains("w.yaml:7:23", "in      step/test/Build")
        .contains("terraform.tfstate:5:", "in      module.m.aws_s3_bucket.b[\"x\"]")
        .contains("in 4 resources of 3 files");
  }

  private static final String STATE =
      """
      {"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "l",
       "resources": [
        {"module": "module.m", "mode": "managed", "type": "aws_s3_bucket", "name": "b",
         "instances": [{"index_key": "x",
          "attributes": {"acl": "public-read"}}]}]}
      """;

  @Test
  void inputTypeForcesAFormat() throws IOException {
    write("conf", "a = 1\n");
    write("p.rego", "package main\n\ndeny contains \"one\" if input.a == 1\n");
    assertThat(check(file("conf"), "-p", file("p.rego"), "--input-type", "toml")).isEqualTo(1);
    assertThat(checkWithInput("a = 1\n", "-", "-p", file("p.rego"), "--input-type", "toml"))
        .isEqualTo(1);
    assertThat(check(file("conf"), "--input-type", "tmol")).isEqualTo(3);
    assertThat(err)
        .contains(
            "--input-type: `tmol` is no format; did you mean `toml`?"
                + " (there are yaml, json, toml, dockerfile)");
  }

  @Test
  void brokenTextsOfEachFormatAreFaultsAtTheirPlaces() throws IOException {
    write("a.toml", "a = 1\na = 2\n");
    write("deep.toml", "a = " + "[".repeat(100_000));
    write("Dockerfile", "FROM a\nFOO b\n");
    Files.write(folder.resolve("nul.toml"), new byte[] {'a', '=', 0});
    Files.write(folder.resolve("bom.toml"), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    Files.write(folder.resolve("x.dockerfile"), new byte[] {'F', (byte) 0xFF});
    assertThat(check(folder.toString())).isEqualTo(2);
    assertThat(err)
        .contains("a.toml:2:1: error: key `a` is repeated: line 1 has it already")
        .contains("deep.toml:1:1005: error: nested deeper than 1000 levels")
        .contains("Dockerfile:2:1: error: unknown instruction `FOO`")
        .contains("nul.toml:1:3: error: file has a NUL byte")
        .contains("bom.toml:1:1: error: file begins with a byte order mark (UTF-8)")
        .contains("x.dockerfile:1:2: error: file is not UTF-8");
  }

  @Test
  void chartWithoutHelmIsLeftOutWithANote() throws IOException {
    write("c/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n");
    write("c/templates/a.yaml", "{{ broken\n");
    environment.put("PATH", folder.toString());
    assertThat(check(file("c"))).isZero();
    assertThat(err).contains("templates: left out", "help: install `helm`");
  }

  @Test
  void changesOutsideOfARepositoryAreNoDecision() throws IOException {
    write("a.yaml", POD);
    environment.put("PATH", System.getenv("PATH"));
    assertThat(check(file("a.yaml"), "--changed-since", "main")).isEqualTo(2);
    assertThat(err).containsAnyOf("not in a Git repository", "`git`, which is not installed");
  }
}
