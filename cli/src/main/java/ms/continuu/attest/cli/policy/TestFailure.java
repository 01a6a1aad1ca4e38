package ms.continuu.attest.cli.policy;

import ms.continuu.attest.cli.present.TestOutput;
import ms.continuu.attest.operations.testing.CaseResult;
import ms.continuu.attest.rego.testing.TestResult;

/// What is wrong with a case, in full.
final class TestFailure {
  private TestFailure() {}

  /// The message, or for a test in Rego the expression that failed; nothing when nothing is wrong.
  static String text(CaseResult result) {
    TestResult test = result.test();
    if (!result.isBad() || test == null || !result.message().isEmpty()) {
      return result.message();
    }
    return TestOutput.failureText(test, false).stripIndent().strip();
  }
}
