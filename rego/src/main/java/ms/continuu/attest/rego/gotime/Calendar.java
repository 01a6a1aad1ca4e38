package ms.continuu.attest.rego.gotime;

import java.time.LocalDate;
import java.time.YearMonth;

/// The Gregorian calendar, reckoned forwards and backwards.
final class Calendar {
  private Calendar() {}

  /// Days from 1970.
  static long epochDay(long year, int month, int day) {
    return LocalDate.of(Math.toIntExact(year), month, 1).toEpochDay() + day - 1;
  }

  static int daysIn(int month, long year) {
    return YearMonth.of(Math.toIntExact(year), month).lengthOfMonth();
  }

  static long yearOf(long epochSecond) {
    return LocalDate.ofEpochDay(Math.floorDiv(epochSecond, 86_400L)).getYear();
  }
}
