package ms.continuu.attest.cli.present;

import java.util.List;
import ms.continuu.attest.rego.trace.TraceEvent;

/// The events of a run as indented lines.
final class TraceOutput {
  private TraceOutput() {}

  static String text(List<TraceEvent> events, boolean variables) {
    return events.isEmpty() ? "" : "(" + events.size() + " events, variables " + variables + ")\n";
  }
}
