package ms.continuu.attest.policy.report;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;

/// What a report is told besides the result.
///
/// @param version of ATTEST; empty when it is not known
/// @param colour whether to colour, as on a terminal
/// @param fails which findings fail the check
/// @param paths turns the name of a file into its path from the top of the repository
public record ReportContext(
    String version, boolean colour, Predicate<Finding> fails, UnaryOperator<String> paths) {

  /// Nothing special: open violations fail, names of files stay.
  public static final ReportContext PLAIN =
      new ReportContext(
          "",
          false,
          finding -> finding.standing().isOpen() && finding.level() == Level.VIOLATION,
          UnaryOperator.identity());
}
