package ms.continuu.attest.operations.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.value.SourceFile;

/// Judges the files of `testdata/NAME/pass` and `testdata/NAME/fail` beside a policy: those that
/// pass must have no finding of it, those that fail at least one. A policy alone in its folder may
/// leave out its name.
record TestdataTests(DocumentJudge judge) {

  /// The cases of a policy.
  ///
  /// @param all every policy there is
  List<CaseResult> of(PolicyDescription policy, List<PolicyDescription> all) {
    Path folder = folder(policy);
    Path testdata = folder.resolve("testdata");
    List<CaseResult> results = new ArrayList<>();
    if (!Files.isDirectory(testdata)) {
      return results;
    }
    boolean alone = all.stream().filter(other -> folder(other).equals(folder)).count() == 1;
    List<Path> roots = new ArrayList<>(List.of(testdata.resolve(policy.id().shortName())));
    if (alone) {
      roots.add(testdata);
    }
    for (Path root : roots) {
      judge(policy.rules(), root.resolve("pass"), true, results);
      judge(policy.rules(), root.resolve("fail"), false, results);
    }
    return results;
  }

  private static Path folder(PolicyDescription policy) {
    Path parent = Path.of(policy.location().file()).getParent();
    return parent == null ? Path.of("") : parent;
  }

  private void judge(
      List<RuleDescription> rules, Path folder, boolean passing, List<CaseResult> results) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        SourceFile named = new SourceFile(file.toString(), "");
        results.add(
            judge
                .judge(file.toString(), Files.readAllBytes(file), rules)
                .expecting(
                    passing,
                    CaseResult.Kind.TESTDATA,
                    (passing ? "pass/" : "fail/") + folder.relativize(file),
                    named.at(0, 0)));
      }
    } catch (IOException e) {
      results.add(
          new CaseResult(
              CaseResult.Kind.TESTDATA,
              folder.toString(),
              TestResult.Outcome.ERROR,
              new SourceFile(folder.toString(), "").at(0, 0),
              "cannot be read: " + e.getMessage(),
              0,
              null));
    }
  }
}
