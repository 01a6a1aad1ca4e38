package ms.continuu.attest.rego.gotime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A time zone: what its clocks show when.
public final class Zone {
  public static final Zone UTC =
      new Zone(new long[] {Long.MIN_VALUE}, new Kind[] {new Kind("UTC", 0)}, null);

  private static final int DAY = 86_400;

  private final long[] starts;
  private final Kind[] kinds;
  private final @Nullable Yearly afterwards;

  /// @param starts seconds from 1970, the first the least there is
  /// @param kinds what holds from each start on
  /// @param afterwards what holds from the last start on, if that changes every year
  Zone(long[] starts, Kind[] kinds, @Nullable Yearly afterwards) {
    this.starts = starts;
    this.kinds = kinds;
    this.afterwards = afterwards;
  }

  /// An offset from UTC in seconds, with its abbreviation.
  record Kind(String name, int offset) {}

  /// A kind, with the seconds from 1970 between which it holds for certain.
  record Period(Kind kind, long start, long end) {}

  /// Standard time, and the summer time of a year.
  record Yearly(Kind standard, @Nullable Summer summer) {}

  /// Summer time, which may begin in one year and end in the next.
  record Summer(Kind kind, Change begin, Change end) {}

  /// The change on a weekday (0 is Sunday) of a month: the first, second, … or with 5 the last.
  ///
  /// @param seconds after midnight of local time
  record Change(int month, int week, int weekday, int seconds) {

    /// Seconds from the start of the year, the clocks before the change having this offset.
    long inYear(long year, int offset) {
      long first = Calendar.epochDay(year, month, 1);
      int day = (int) Math.floorMod(weekday - (first + 4), 7L) + 7 * (week - 1);
      while (day >= Calendar.daysIn(month, year)) {
        day -= 7;
      }
      return (first + day - Calendar.epochDay(year, 1, 1)) * DAY + seconds - offset;
    }
  }

  Kind kindAt(long second) {
    return at(second).kind;
  }

  /// The seconds from 1970 at which the clocks show a time, given as if they showed UTC. A time
  /// that is skipped counts on from before, or back from after, as in Go.
  long instant(long shown) {
    Period period = at(shown);
    long guess = shown - period.kind.offset;
    if (period.kind.offset == 0 || guess >= period.start && guess < period.end) {
      return guess;
    }
    return shown - kindAt(guess).offset;
  }

  private Period at(long second) {
    int found = Arrays.binarySearch(starts, second);
    int index = found >= 0 ? found : -found - 2;
    if (index < starts.length - 1) {
      return new Period(kinds[index], starts[index], starts[index + 1]);
    }
    return afterwards == null
        ? new Period(kinds[index], starts[index], Long.MAX_VALUE)
        : yearly(afterwards, starts[index], second);
  }

  private static Period yearly(Yearly rule, long lastStart, long second) {
    Summer summer = rule.summer;
    if (summer == null) {
      return new Period(rule.standard, lastStart, Long.MAX_VALUE);
    }
    long year = Calendar.yearOf(second);
    long newYear = Calendar.epochDay(year, 1, 1) * DAY;
    long begin = newYear + summer.begin.inYear(year, rule.standard.offset);
    long end = newYear + summer.end.inYear(year, summer.kind.offset);
    boolean withinYear = begin <= end;
    Kind outer = withinYear ? rule.standard : summer.kind;
    Kind inner = withinYear ? summer.kind : rule.standard;
    long from = Math.min(begin, end);
    long to = Math.max(begin, end);
    if (second < from) {
      return new Period(outer, newYear, from);
    }
    return second < to ? new Period(inner, from, to) : new Period(outer, to, newYear + 365L * DAY);
  }
}
