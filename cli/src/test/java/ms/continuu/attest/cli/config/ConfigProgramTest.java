package ms.continuu.attest.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.operations.scaffold.PolicyRepository;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigProgramTest {
  private static final Path ROOT = Path.of(System.getProperty("attest.root", ".."));

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private String out = "";
  private String err = "";

  @BeforeEach
  void haveAHome() throws IOException {
    environment.put("HOME", folder.resolve("home").toString());
    Files.createDirectories(folder.resolve("home/work"));
  }

  private int config(String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Console console =
        new Console(new ByteArrayInputStream(new byte[0]), outBytes, errBytes, environment);
    int code =
        ConfigProgram.run(Arrays.asList(arguments), console, ROOT, folder.resolve("home/work"));
    console.flush();
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  private Path global() {
    return folder.resolve("home/.config/attest/policies.yaml");
  }

  private Path project() {
    return folder.resolve("home/work/.attest/policies.yaml");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  @Test
  void debugIsSetInTheGlobalFile() throws IOException {
    assertThat(config("set", "policy.debug", "true")).isZero();
    assertThat(out).isEqualTo("policy.debug: changed in " + global() + "\n");
    assertThat(global()).hasContent("policy:\n  debug: true\n");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(global())))
          .isEqualTo("rw-------");
    }
    assertThat(config("get", "policy.debug")).isZero();
    assertThat(out).isEqualTo("true\n");
    assertThat(config("set", "policy.debug", "true")).isZero();
    assertThat(out).contains("as it was");
  }

  @Test
  void policiesAreSetInTheProjectsFile() throws IOException {
    write(project(), "# ours\npolicies:\n  - name: image-security # all images\n");
    assertThat(config("set", "policies.image-security.enforcement", "warn", "--project")).isZero();
    assertThat(
            config(
                "set",
                "--project",
                "policies.image-security.parameters.require_attestation",
                "true"))
        .isZero();
    assertThat(
            config(
                "set",
                "--project",
                "policies.image-security.parameters.trusted_registries",
                "gcr.io/,x.io/"))
        .isZero();
    assertThat(project())
        .hasContent(
            """
            # ours
            policies:
              - name: image-security # all images
                enforcement: "warn"
                parameters:
                  require_attestation: true
                  trusted_registries: ["gcr.io/","x.io/"]
            """);
    assertThat(config("get", "policies.image-security.parameters.trusted_registries")).isZero();
    assertThat(out).isEqualTo("[\"gcr.io/\",\"x.io/\"]\n");
    assertThat(config("unset", "--project", "policies.image-security.enforcement")).isZero();
    assertThat(project()).content().doesNotContain("enforcement");
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheNearest() {
    String[][] wrong = {
      {"policy.debg", "true", "did you mean `policy.debug`?"},
      {"policy.debug", "maybe", "must be a boolean"},
      {"policies.image-securty.enforcement", "warn", "did you mean `image-security`?"},
      {"policies.replicas.enforcement", "wran", "did you mean `warn`?"},
      {"policies.replicas.parameters.minimun", "3", "did you mean `minimum`?"},
      {"policies.replicas.parameters.minimum", "three", "must be a number"},
      {"policies.replicas.color", "red", "`policies.NAME.enabled`"},
    };
    for (String[] each : wrong) {
      assertThat(config("set", each[0], each[1])).as(each[0]).isEqualTo(3);
      assertThat(err).contains(each[2]);
    }
    assertThat(global()).doesNotExist();
    assertThat(config("get", "policies.replicas.parameters.minimun")).isEqualTo(3);
    assertThat(config("set", "policy.debug")).isEqualTo(3);
    assertThat(config("sett")).isEqualTo(3);
  }

  @Test
  void whatNobodySetIsReadFromTheLibrary() {
    assertThat(config("get", "policies.replicas.parameters.minimum")).isZero();
    assertThat(out).isEqualTo("2\n");
    assertThat(config("get", "policies.replicas.enforcement")).isZero();
    assertThat(out).isEqualTo("strict\n");
  }

  @Test
  void listTellsWhereEachValueCameFrom() throws IOException, JsonSyntaxException {
    write(project(), "policy:\n  fail_on_violation: false\n");
    environment.put("ATTEST_POLICY_DEBUG", "true");
    assertThat(config("list", "--origin")).isZero();
    assertThat(out.lines().map(line -> line.replaceAll(" {2,}", "  ")))
        .contains(
            "policy.enabled  true  default",
            "policy.fail_on_violation  false  project " + project() + ":2",
            "policy.debug  true  environment ATTEST_POLICY_DEBUG");
    assertThat(config("list", "--format", "json")).isZero();
    assertThat(Json.parse(out).toString())
        .contains("\"kind\": \"environment\", \"name\": \"ATTEST_POLICY_DEBUG\"");
  }

  @Test
  void whoGoesFirstIsToldWhenItIsNotTheFileThatWasSet() throws IOException {
    write(project(), "policy:\n  debug: false\n");
    assertThat(config("set", "policy.debug", "true")).isZero();
    assertThat(err).contains("here project " + project() + ":2 goes first: `false`");
  }

  @Test
  void brokenFileIsNotTouched() throws IOException {
    write(global(), "policy: {\n");
    assertThat(config("set", "policy.debug", "true")).isEqualTo(2);
    assertThat(err).contains("policies.yaml:", "yaml");
    assertThat(global()).hasContent("policy: {\n");
    assertThat(config("list")).isEqualTo(2);
  }

  @Test
  void linkStaysALink() throws IOException {
    write(folder.resolve("dotfiles/policies.yaml"), "policy: {}\n");
    Files.createDirectories(Objects.requireNonNull(global().getParent()));
    Files.createSymbolicLink(global(), folder.resolve("dotfiles/policies.yaml"));
    assertThat(config("set", "policy.debug", "true")).isZero();
    assertThat(Files.isSymbolicLink(global())).isTrue();
    assertThat(folder.resolve("dotfiles/policies.yaml")).content().contains("debug: true");
  }

  @Test
  void doctorLooksAtEverything() throws IOException {
    assertThat(config("doctor")).isZero();
    assertThat(out)
        .contains("ok    configuration", "valid", "configured policies", "git", "java", "cache");
    write(
        project(),
        "policy: {policy_bundle_path: absent, enabeld: true}\npolicies: [{name: privilegd}]\n");
    assertThat(config("doctor")).isEqualTo(1);
    assertThat(out)
        .contains(
            "fail  configuration",
            "did you mean `enabled`?",
            "absent: no such folder",
            "no policy is named `privilegd` (did you mean `privileged`");
  }

  @Test
  void newRepositoryIsWell() throws IOException {
    PolicyRepository.write(folder.resolve("home/work"));
    assertThat(config("doctor")).as(out).isZero();
  }

  @Test
  void pathAndSchemaArePrinted() throws JsonSyntaxException {
    assertThat(config("path")).isZero();
    assertThat(out).contains("global   no     " + global(), "project  no     " + project());
    assertThat(config("schema")).isZero();
    assertThat(Json.parse(out).toString()).contains("custom_policies");
  }

  @Test
  void everyCommandTellsOfItself() {
    for (String name : new String[] {"list", "get", "set", "unset", "path", "doctor", "schema"}) {
      assertThat(config(name, "--help")).isZero();
      assertThat(out).contains("Usage:\n  attest config " + name, "Exit codes:");
    }
    assertThat(config()).isEqualTo(3);
    assertThat(config("--help")).isZero();
  }
}
