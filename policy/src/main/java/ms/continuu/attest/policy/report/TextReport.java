package ms.continuu.attest.policy.report;

import java.util.function.UnaryOperator;

/// One line a finding, as compilers print them: `file:line:column: severity: message [rule]`.
public final class TextReport implements ReportFormat {

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String write(CheckResult result) {
    StringBuilder out = new StringBuilder();
    result
        .findings()
        .forEach(finding ->
            out.append(FindingText.line(finding, UnaryOperator.identity())).append('\n'));
    return out.toString();
  }
}
