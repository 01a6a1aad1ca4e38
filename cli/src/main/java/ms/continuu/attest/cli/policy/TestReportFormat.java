package ms.continuu.attest.cli.policy;

import ms.continuu.attest.operations.testing.TestReport;

/// A form of the report of tests.
interface TestReportFormat {

  /// The report as text, with its line end.
  String write(TestReport report);
}
