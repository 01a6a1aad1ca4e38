package ms.continuu.attest.policy.report;

import java.util.Locale;
import java.util.function.UnaryOperator;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;

/// Findings and faults in words, safe to print.
final class FindingText {
  private FindingText() {}

  /// `file:line:column`.
  static String place(Finding finding, UnaryOperator<String> paths) {
    return place(finding.location(), paths);
  }

  static String place(Location place, UnaryOperator<String> paths) {
    return PlainText.name(paths.apply(place.file())) + ":" + place.row() + ":" + place.column();
  }

  /// `file:line:column: severity: message [rule] (aside)`.
  static String line(Finding finding, UnaryOperator<String> paths) {
    return place(finding, paths)
        + ": "
        + finding.severity().word()
        + ": "
        + message(finding)
        + " ["
        + PlainText.line(finding.rule().id())
        + "]"
        + aside(finding);
  }

  /// `file:line:column: error: message [code]`; the place is left out where there is none.
  static String line(Diagnostic fault, UnaryOperator<String> paths) {
    Location place = fault.location();
    String at = place == null || place.file().isEmpty() ? "" : place(place, paths) + ": ";
    return at
        + fault.severity().name().toLowerCase(Locale.ROOT)
        + ": "
        + PlainText.line(fault.message())
        + " ["
        + fault.code()
        + "]";
  }

  /// What the policy said on one line, or what its rule is called when it said nothing.
  static String message(Finding finding) {
    String message = PlainText.line(finding.message());
    if (!message.isBlank()) {
      return message;
    }
    String title = PlainText.line(finding.rule().title());
    return title.isBlank() ? PlainText.line(finding.rule().id()) : title;
  }

  /// Why a finding does not fail the check, if so: ` (warning)`.
  static String aside(Finding finding) {
    String reason = PlainText.line(finding.standing().reason());
    return switch (finding.standing().kind()) {
      case BASELINE -> " (known: " + reason + ")";
      case EXEMPTED -> " (exempted: " + reason + ")";
      case OPEN -> aside(finding.level());
    };
  }

  private static String aside(Level level) {
    return switch (level) {
      case VIOLATION -> "";
      case WARNING -> " (warning)";
      case DRYRUN -> " (dry run)";
    };
  }
}
