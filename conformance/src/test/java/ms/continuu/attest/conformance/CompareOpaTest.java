package ms.continuu.attest.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.conformance.compare.Answer;
import ms.continuu.attest.conformance.compare.Command;
import ms.continuu.attest.conformance.compare.Comparison;
import ms.continuu.attest.conformance.compare.Difference;
import ms.continuu.attest.conformance.compare.RealOpa;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareOpaTest {
  private static final Path FOLDERS =
      Path.of(System.getProperty("attest.root", ".."), "conformance/src/test/resources/compare");

  @Test
  void everydayPoliciesAreAnsweredAlike() throws Exception {
    assumeTrue(RealOpa.find() != null, "there is no opa on the PATH");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        CompareOpa.run(
            new String[] {FOLDERS.toString()}, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("test -v: 1 equal")
        .endsWith(" equal, 0 different, 0 skipped\n");
    assertThat(code).isZero();
  }

  @Test
  void nonsenseOnTheCommandLineIsRefused() throws Exception {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(CompareOpa.run(new String[] {"--generate", "many"}, nowhere)).isEqualTo(2);
    assertThat(CompareOpa.run(new String[] {}, nowhere)).isEqualTo(2);
  }

  @Test
  void aDifferenceIsTold(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.rego"), "package a\n");
    Command command = new Command("check", List.of("check", file.toString()), folder.toString());
    try (Comparison comparison =
        new Comparison(
            arguments -> new Answer(1, "same\nno\n", ""),
            arguments -> new Answer(0, "same\nyes\n", ""))) {
      List<Difference> found = comparison.compare(List.of(command)).differences();
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().text()).contains("opa check " + file, "no", "yes");
    }
  }

  @Test
  void aCommandThatOpaDoesNotEndIsSkipped() throws Exception {
    Command command = new Command("eval", List.of("eval", "1"), "1");
    try (Comparison comparison =
        new Comparison(arguments -> null, arguments -> new Answer(0, "1", ""))) {
      Comparison.Compared compared = comparison.compare(List.of(command));
      assertThat(compared.differences()).isEmpty();
      assertThat(compared.skipped()).containsExactly(command);
    }
  }
}
