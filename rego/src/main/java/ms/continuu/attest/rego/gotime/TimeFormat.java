package ms.continuu.attest.rego.gotime;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/// Writes a moment in a layout.
public final class TimeFormat {
  private TimeFormat() {}

  public static String format(Moment moment, String layout) {
    StringBuilder out = new StringBuilder();
    Layout parsed = Layout.of(layout);
    for (Layout.Chunk chunk : parsed.chunks()) {
      out.append(chunk.prefix());
      append(out, moment, chunk);
    }
    return out.append(parsed.rest()).toString();
  }

  private static void append(StringBuilder out, Moment moment, Layout.Chunk chunk) {
    LocalDateTime shown = moment.shown();
    switch (chunk.element()) {
      case YEAR -> padded(out, Math.abs(shown.getYear()) % 100, 2);
      case LONG_YEAR -> padded(out, shown.getYear(), 4);
      case MONTH -> out.append(month(moment), 0, 3);
      case LONG_MONTH -> out.append(month(moment));
      case NUMBER_MONTH -> out.append(shown.getMonthValue());
      case ZERO_MONTH -> padded(out, shown.getMonthValue(), 2);
      case WEEKDAY -> out.append(weekday(moment), 0, 3);
      case LONG_WEEKDAY -> out.append(weekday(moment));
      case DAY -> out.append(shown.getDayOfMonth());
      case UNDER_DAY -> out.append(String.format("%2d", shown.getDayOfMonth()));
      case ZERO_DAY -> padded(out, shown.getDayOfMonth(), 2);
      case UNDER_YEAR_DAY -> out.append(String.format("%3d", shown.getDayOfYear()));
      case ZERO_YEAR_DAY -> padded(out, shown.getDayOfYear(), 3);
      case HOUR -> padded(out, shown.getHour(), 2);
      case HOUR_12 -> out.append(twelve(shown.getHour()));
      case ZERO_HOUR_12 -> padded(out, twelve(shown.getHour()), 2);
      case MINUTE -> out.append(shown.getMinute());
      case ZERO_MINUTE -> padded(out, shown.getMinute(), 2);
      case SECOND -> out.append(shown.getSecond());
      case ZERO_SECOND -> padded(out, shown.getSecond(), 2);
      case UPPER_HALF -> out.append(shown.getHour() >= 12 ? "PM" : "AM");
      case LOWER_HALF -> out.append(shown.getHour() >= 12 ? "pm" : "am");
      case ZONE_NAME -> out.append(moment.abbreviation());
      case FRACTION -> fraction(out, shown.getNano(), chunk);
      case SHORT_FRACTION -> shortFraction(out, shown.getNano(), chunk);
      case ISO_OFFSET,
          ISO_OFFSET_COLON,
          ISO_OFFSET_HOURS,
          ISO_OFFSET_SECONDS,
          ISO_OFFSET_COLON_SECONDS,
          OFFSET,
          OFFSET_COLON,
          OFFSET_HOURS,
          OFFSET_SECONDS,
          OFFSET_COLON_SECONDS ->
          offset(out, moment.offset(), chunk.element());
    }
  }

  /// The name of the weekday in English.
  public static String weekday(Moment moment) {
    return moment.shown().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String month(Moment moment) {
    return moment.shown().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static int twelve(int hour) {
    return hour % 12 == 0 ? 12 : hour % 12;
  }

  private static void padded(StringBuilder out, int number, int width) {
    String digits = Integer.toString(number);
    out.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  /// A fraction has nine digits at most, however many the layout has; without a digit it is
  /// nothing.
  private static void fraction(StringBuilder out, int nano, Layout.Chunk chunk) {
    String digits = String.format("%09d", nano);
    out.append(chunk.spelling().charAt(0)).append(digits, 0, Math.min(9, chunk.digits()));
  }

  private static void shortFraction(StringBuilder out, int nano, Layout.Chunk chunk) {
    String digits =
        String.format("%09d", nano)
            .substring(0, Math.min(9, chunk.digits()))
            .replaceFirst("0+$", "");
    if (!digits.isEmpty()) {
      out.append(chunk.spelling().charAt(0)).append(digits);
    }
  }

  /// The sign is that of the whole minutes.
  private static void offset(StringBuilder out, int offset, Layout.Element element) {
    if (offset == 0 && element.isIsoOffset()) {
      out.append('Z');
      return;
    }
    int minutes = offset / 60;
    boolean negative = minutes < 0;
    minutes = Math.abs(minutes);
    out.append(negative ? '-' : '+');
    padded(out, minutes / 60, 2);
    String separator = element.hasColons() ? ":" : "";
    if (element.hasOffsetMinutes()) {
      out.append(separator);
      padded(out, minutes % 60, 2);
    }
    if (element.hasOffsetSeconds()) {
      out.append(separator);
      padded(out, (negative ? -offset : offset) % 60, 2);
    }
  }
}
