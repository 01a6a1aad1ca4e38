package ms.continuu.attest.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where reports go.
class SinksTest extends CheckCase {
  @BeforeEach
  void layOut() throws IOException {
    write("pod.yaml", POD);
    write("p.rego", "package main\n\ndeny contains \"bad `pod`\"\n");
  }

  @Test
  void severalReportsAreWrittenAtOnce() throws IOException {
    assertThat(judge("--out", "sarif=" + file("r.sarif"), "--out", "junit=" + file("r.xml")))
        .isEqualTo(1);
    assertThat(out).contains("bad `pod`", "1 violation");
    assertThat(read("r.sarif")).contains("\"version\": \"2.1.0\"");
    assertThat(read("r.xml")).contains("<testsuite name=\"main\"");
  }

  @Test
  void standardOutputIsASinkToo() {
    assertThat(judge("--out", "text=-")).isEqualTo(1);
    assertThat(out).endsWith("pod.yaml:1:1: medium: bad `pod` [main/deny]\n").hasLineCount(1);
  }

  @Test
  void sinksThatMakeNoSenseAreWrongUsage() {
    assertThat(judge("--out", "word=x")).isEqualTo(3);
    assertThat(err).contains("`word` is no format", "sarif, junit");
    assertThat(judge("--out", "sarif")).isEqualTo(3);
    assertThat(err).contains("--out sarif=FILE");
    assertThat(judge("-o", file("a"), "--out", "json=" + file("a"))).isEqualTo(3);
    assertThat(err).contains("two reports would go to");
    assertThat(judge("--format", "word")).isEqualTo(3);
    assertThat(err).contains("conftest-json");
  }

  @Test
  void fileThatCannotBeWrittenLeavesTheCheckUndecidedAndTheOthersWritten() throws IOException {
    String none = file("none/r.json");
    assertThat(judge("--out", "json=" + none, "--out", "text=" + file("r.txt"))).isEqualTo(2);
    assertThat(err).contains(none + ": cannot be written: no such folder");
    assertThat(read("r.txt")).contains("bad `pod`");
  }

  @Test
  void fullDeviceIsTold() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full: the disk is never full");
    assertThat(judge("-o", "/dev/full")).isEqualTo(2);
    assertThat(err).contains("/dev/full: cannot be written: No space left on device");
  }

  @Test
  void oldFileStaysWhenTheNewOneDoesNotFit() throws Exception {
    write("report.html", "old");
    // A limit on the size of files is a disk that fills up while the report is written.
    List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 8; exec \"$@\"", "-"));
    command.addAll(program());
    command.addAll(List.of("--out", "html=" + file("report.html")));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(2);
    assertThat(output).contains("report.html: cannot be written: ", "1 violation");
    assertThat(read("report.html")).isEqualTo("old");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("pod.yaml", "p.rego", "report.html");
    }
  }

  @Test
  void permissionsAndLinksStay() throws IOException {
    write("real/r.json", "old");
    Path real = folder.resolve("real/r.json");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(folder.resolve("link.json"), real);
    judge("--out", "json=" + file("link.json"));
    assertThat(Files.isSymbolicLink(folder.resolve("link.json"))).isTrue();
    assertThat(Files.readString(real)).contains("attest.check/v1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void quietWritesFilesAllTheSame() throws IOException {
    write("p.rego", "package main\n\ndeny contains \"x\" if input.never\n");
    assertThat(judge("--quiet", "--out", "json=" + file("r.json"))).isZero();
    assertThat(out).isEmpty();
    assertThat(read("r.json")).contains("\"violations\": 0");
  }

  @Test
  void gitlabGetsWhatItsJobsCollect() throws Exception {
    Path results = folder.resolve("policy-results.xml");
    assertThat(inFolder(Map.of("GITLAB_CI", "true"))).contains("1 violation");
    assertThat(Files.readString(results)).contains("<testsuite name=\"main\"", "file=\"pod.yaml\"");
    Files.delete(results);
    inFolder(Map.of("GITLAB_CI", "true"), "--format", "json");
    inFolder(Map.of());
    assertThat(results).doesNotExist();
  }

  @Test
  void githubGetsASummaryOfTheStep() throws IOException {
    write("summary.md", "# before\n");
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_STEP_SUMMARY", file("summary.md"));
    assertThat(judge()).isEqualTo(1);
    assertThat(read("summary.md"))
        .startsWith("# before\n### ❌ attest check: 1 violation")
        .contains("bad `pod`");
    environment.put("GITHUB_STEP_SUMMARY", file("none/summary.md"));
    assertThat(judge()).isEqualTo(1);
    assertThat(err).contains("none/summary.md: cannot be written");
  }

  @Test
  void summaryStaysBelowWhatGithubTakes() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 9_000; i++) {
      many.append(POD.replace("name: api", "name: api-with-a-rather-long-name-" + i));
      many.append("---\n");
    }
    write("pod.yaml", many.toString());
    write("summary.md", "x".repeat(100_000) + "\n");
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_STEP_SUMMARY", file("summary.md"));
    judge("-o", file("r.txt"));
    assertThat(Files.size(folder.resolve("summary.md"))).isBetween(700_000L, 921_600L);
    assertThat(read("summary.md")).contains("did not fit here");
  }

  @Test
  void pathsAreThoseOfTheRepository() throws Exception {
    Files.createDirectories(folder.resolve(".git"));
    Files.createDirectories(folder.resolve("deploy"));
    write("k8s/a b.yaml", POD);
    Files.createSymbolicLink(folder.resolve("deploy/link.yaml"), folder.resolve("k8s/a b.yaml"));
    RepositoryPaths paths = RepositoryPaths.of(folder.resolve("deploy"), Map.of());
    assertThat(paths.apply("../k8s/a b.yaml")).isEqualTo("k8s/a b.yaml");
    assertThat(paths.apply("./link.yaml")).isEqualTo("k8s/a b.yaml");
    assertThat(paths.apply("missing.yaml")).isEqualTo("deploy/missing.yaml");
    assertThat(paths.apply("/etc/none.yaml")).isEqualTo("/etc/none.yaml");
    assertThat(paths.apply("-")).isEqualTo("-");
    String workspace = folder.resolve("deploy").toString();
    assertThat(
            RepositoryPaths.of(folder.resolve("deploy"), Map.of("GITHUB_WORKSPACE", workspace))
                .apply("x.yaml"))
        .isEqualTo("x.yaml");
  }

  private int judge(String... more) {
    List<String> arguments = new ArrayList<>(List.of(file("pod.yaml"), "-p", file("p.rego")));
    arguments.addAll(Arrays.asList(more));
    return check(arguments.toArray(String[]::new));
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  /// The program as a process of its own in the folder; what it prints.
  private String inFolder(Map<String, String> variables, String... more) throws Exception {
    List<String> command = program();
    command.addAll(Arrays.asList(more));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("GITLAB_CI");
    builder.environment().remove("GITHUB_ACTIONS");
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(1);
    return output;
  }

  /// How `attest check pod.yaml -p p.rego` is started as a process, with the classes of this test.
  private List<String> program() throws Exception {
    Set<String> classPath = new LinkedHashSet<>();
    for (String one :
        List.of(
            "ms.continuu.attest.cli.Main",
            "ms.continuu.attest.operations.check.Check",
            "ms.continuu.attest.policy.Finding",
            "ms.continuu.attest.documents.Document",
            "ms.continuu.attest.rego.Rego",
            "ms.continuu.attest.value.Value",
            "com.google.re2j.Pattern",
            "org.snakeyaml.engine.v2.api.LoadSettings")) {
      URI place = Class.forName(one).getProtectionDomain().getCodeSource().getLocation().toURI();
      classPath.add(Path.of(place).toString());
    }
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Dattest.home=" + home.toAbsolutePath(),
            "-cp",
            String.join(File.pathSeparator, classPath),
            "ms.continuu.attest.cli.Main",
            "check",
            "pod.yaml",
            "-p",
            "p.rego",
            "--no-cache"));
  }
}
