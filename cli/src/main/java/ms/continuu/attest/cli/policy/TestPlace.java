package ms.continuu.attest.cli.policy;

import ms.continuu.attest.operations.testing.CaseResult;

/// Where a case stands, as reports print it.
final class TestPlace {
  private TestPlace() {}

  /// `file:line`; the file alone for a case that is a whole file.
  static String of(CaseResult result) {
    return switch (result.kind()) {
      case TEST, EXAMPLE -> result.location().file() + ":" + result.location().row();
      case TESTDATA -> result.location().file();
    };
  }
}
