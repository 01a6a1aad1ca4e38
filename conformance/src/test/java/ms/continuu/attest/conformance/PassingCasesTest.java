package ms.continuu.attest.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What passed once passes always. `-Dupdate=true` adds what passes now to the lists.
class PassingCasesTest {
  private static final Path ROOT = Path.of(System.getProperty("attest.root", ".."));
  private static final Path SUITES =
      Path.of(
          System.getProperty(
              "attest.conformance", ROOT.resolveSibling("shared/conformance").toString()));

  @Test
  void regoCasesStillPass() throws IOException {
    Path suite = suite("rego");
    check("rego", RegoSuite.judge(suite));
  }

  @Test
  void generatedRegoCasesStillPass() throws IOException {
    Path suite = suite("rego-generated");
    check("rego-generated", RegoSuite.judge(suite));
  }

  @Test
  void everyFormattedPairPasses() throws IOException {
    assertThat(FormatSuite.judge(suite("rego-fmt"))).isNotEmpty().allMatch(Verdict::passed);
  }

  @Test
  void listSurvivesWritingAndReading(@TempDir Path folder) throws IOException {
    Path list = folder.resolve("list.txt");
    PassingCases cases = new PassingCases();
    cases.add(
        List.of(
            new Verdict("v1/a b.json#0", "", ""),
            new Verdict("v1/a b.json#1", "", ""),
            new Verdict("v1/a b.json#2", "", "wrong"),
            new Verdict("v1/a b.json#3", "", "")));
    cases.write(list);
    assertThat(list).hasContent("v1/a b.json 0-1,3\n");
    assertThat(PassingCases.read(list).lost(List.of(new Verdict("v1/a b.json#3", "", "wrong"))))
        .hasSize(1);
    assertThat(PassingCases.read(list).lost(List.of(new Verdict("v1/a b.json#2", "", "wrong"))))
        .isEmpty();
  }

  private static Path suite(String name) {
    Path suite = SUITES.resolve(name);
    assumeTrue(Files.isDirectory(suite), "the suite is not here: " + suite);
    return suite;
  }

  private static void check(String name, List<Verdict> verdicts) throws IOException {
    Path list = ROOT.resolve("conformance/passing").resolve(name + ".txt");
    PassingCases known = PassingCases.read(list);
    if (Boolean.getBoolean("update")) {
      known.add(verdicts);
      known.write(list);
    }
    assertThat(known.size()).as("cases known to pass").isPositive();
    assertThat(known.lost(verdicts)).as("cases that passed before").isEmpty();
  }
}
