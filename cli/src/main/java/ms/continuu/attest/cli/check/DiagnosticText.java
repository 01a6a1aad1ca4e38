package ms.continuu.attest.cli.check;

import java.util.Locale;
import ms.continuu.attest.policy.report.PlainText;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;

/// A diagnostic as a person reads it: where, what, the line itself, and what to do.
public final class DiagnosticText {
  /// More of a line than this helps nobody.
  private static final int LONGEST_LINE = 160;

  private DiagnosticText() {}

  /// The text with its line end.
  public static String of(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    Location place = diagnostic.location();
    if (place != null && place.file().isEmpty()) {
      place = null;
    }
    if (place != null) {
      text.append(PlainText.name(place.file()))
          .append(':')
          .append(place.row())
          .append(':')
          .append(place.column())
          .append(": ");
    }
    text.append(diagnostic.severity().name().toLowerCase(Locale.ROOT))
        .append(": ")
        .append(PlainText.line(diagnostic.message()))
        .append(" [")
        .append(diagnostic.code())
        .append("]\n");
    if (place != null) {
      excerpt(place, text);
    }
    if (!diagnostic.help().isEmpty()) {
      text.append("  help: ").append(PlainText.line(diagnostic.help())).append('\n');
    }
    return text.toString();
  }

  private static void excerpt(Location place, StringBuilder text) {
    String line = place.source().line(place.row());
    if (line.isBlank() || place.column() > LONGEST_LINE) {
      return;
    }
    String shown = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    String number = Integer.toString(place.row());
    text.append("  ").append(number).append(" | ").append(PlainText.masked(shown)).append('\n');
    text.append(" ".repeat(number.length() + 3))
        .append("| ")
        .append(" ".repeat(place.column() - 1))
        .append("^\n");
  }
}
