package ms.continuu.attest.operations.testing;

import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// How one case of a policy went.
///
/// @param name such as `test_privileged` or `deny_tag: bad example`
/// @param location where the case stands
/// @param message what is wrong; empty when nothing is
/// @param test what the engine tells of a test in Rego, else null
public record CaseResult(
    Kind kind,
    String name,
    TestResult.Outcome outcome,
    Location location,
    String message,
    long nanos,
    @Nullable TestResult test) {

  /// Where a case comes from.
  public enum Kind {
    /// A rule of a `_test.rego`.
    TEST,
    /// An example of the annotations.
    EXAMPLE,
    /// A file of a `testdata` folder.
    TESTDATA
  }

  /// Whether it did what it should not.
  public boolean isBad() {
    return switch (outcome) {
      case FAIL, ERROR -> true;
      case PASS, SKIPPED -> false;
    };
  }
}
