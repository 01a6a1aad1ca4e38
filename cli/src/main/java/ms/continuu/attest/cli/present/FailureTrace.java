package ms.continuu.attest.cli.present;

import java.util.List;
import ms.continuu.attest.rego.trace.TraceEvent;

/// What a failed test did: its events, and the expression that failed last.
final class FailureTrace {
  private FailureTrace() {}

  static void write(
      StringBuilder out,
      int indent,
      List<TraceEvent> trace,
      boolean whole,
      boolean failureLine,
      boolean variables) {
    IndentedText text = new IndentedText(out, indent);
    if (whole) {
      text.write("\n");
      TraceOutput.writeIndented(text.deeper(2), trace, variables);
    }
    if (failureLine) {
      text.write("\n");
      TraceOutput.writeFailure(text, trace, variables);
    }
  }
}
