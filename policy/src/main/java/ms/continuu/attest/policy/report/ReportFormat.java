package ms.continuu.attest.policy.report;

/// A form of the report of a check.
public interface ReportFormat {

  /// The name that `--format` takes.
  String name();

  /// The report as text, with its line end.
  String write(CheckResult result);
}
