package ms.continuu.attest.rego.gotime;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/// A moment as the clocks of a zone show it.
///
/// @param shown the date and time on the clocks
public record Moment(LocalDateTime shown, Zone zone, String abbreviation, int offset) {
  static final String OUT_OF_RANGE = "time outside of valid range";

  /// So far from 1970 a time in nanoseconds may be in either direction, in whole years.
  private static final long MOST_YEARS = 100_000;

  /// The moment so many nanoseconds from 1970.
  public static Moment of(long nanos, Zone zone) {
    long second = Math.floorDiv(nanos, 1_000_000_000L);
    Zone.Kind kind = zone.kindAt(second);
    LocalDateTime shown =
        LocalDateTime.ofEpochSecond(
            second + kind.offset(), (int) Math.floorMod(nanos, 1_000_000_000L), ZoneOffset.UTC);
    return new Moment(shown, zone, kind.name(), kind.offset());
  }

  public DayOfWeek weekday() {
    return shown.getDayOfWeek();
  }

  /// The nanoseconds from 1970 after so many years, months and days more; a day that its month does
  /// not have is counted on into the next.
  ///
  /// @throws TimeException when it is out of range
  public long plus(long years, long months, long days) throws TimeException {
    if (Math.abs(years) > MOST_YEARS
        || Math.abs(months) > MOST_YEARS * 12
        || Math.abs(days) > MOST_YEARS * 366) {
      throw outOfRange();
    }
    LocalDateTime monthStart = shown.withDayOfMonth(1).plusMonths(years * 12 + months);
    LocalDateTime moved = monthStart.plusDays(shown.getDayOfMonth() - 1L + days);
    long second = zone.instant(moved.toEpochSecond(ZoneOffset.UTC));
    return nanos(second, moved.get(ChronoField.NANO_OF_SECOND));
  }

  static long nanos(long second, int nano) throws TimeException {
    try {
      // The product alone may be below the least long where the sum is not.
      return second < 0
          ? Math.addExact(Math.multiplyExact(second + 1, 1_000_000_000L), nano - 1_000_000_000L)
          : Math.addExact(Math.multiplyExact(second, 1_000_000_000L), nano);
    } catch (ArithmeticException e) {
      throw outOfRange();
    }
  }

  private static TimeException outOfRange() {
    return new TimeException(OUT_OF_RANGE);
  }

  /// Years, months, days, hours, minutes and seconds between two moments, by the clocks of a zone.
  public static int[] difference(long oneNanos, long otherNanos, Zone zone) {
    LocalDateTime from = of(Math.min(oneNanos, otherNanos), zone).shown;
    LocalDateTime to = of(Math.max(oneNanos, otherNanos), zone).shown;
    int[] parts = {
      to.getYear() - from.getYear(),
      to.getMonthValue() - from.getMonthValue(),
      to.getDayOfMonth() - from.getDayOfMonth(),
      to.getHour() - from.getHour(),
      to.getMinute() - from.getMinute(),
      to.getSecond() - from.getSecond()
    };
    int[] units = {
      0, 12, Calendar.daysIn(from.getMonthValue(), from.getYear()), 24, 60, 60,
    };
    for (int i = parts.length - 1; i > 0; i--) {
      if (parts[i] < 0) {
        parts[i] += units[i];
        parts[i - 1]--;
      }
    }
    return parts;
  }
}
