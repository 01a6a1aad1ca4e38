package ms.continuu.attest.rego.gotime;

import java.time.LocalDate;
import java.util.List;

/// Reads a time in a layout, as Go's `time.Parse` does where the local zone is UTC.
public final class TimeParse {
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> WEEKDAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  private final Layout layout;
  private final String value;
  private final Cursor cursor;

  /// What was out of range, if something was.
  private String outOfRange = "";

  private int year;
  private int month = Cursor.NONE;
  private int day = Cursor.NONE;
  private int dayOfYear = Cursor.NONE;
  private int hour;
  private int minute;
  private int second;
  private int nano;
  private boolean morning;
  private boolean afternoon;
  private int offset;

  /// Whether a mark of UTC was read, which goes before an offset.
  private boolean utc;

  private TimeParse(Layout layout, String value) {
    this.layout = layout;
    this.value = value;
    this.cursor = new Cursor(value);
  }

  /// The nanoseconds from 1970.
  public static long nanos(String layout, String value) throws TimeException {
    return new TimeParse(Layout.of(layout), value).parse();
  }

  /// Whether the value is a time in the layout, however far from 1970.
  public static boolean accepts(String layout, String value) {
    try {
      nanos(layout, value);
      return true;
    } catch (TimeException e) {
      return e.text().equals(Moment.OUT_OF_RANGE);
    }
  }

  private long parse() throws TimeException {
    List<Layout.Chunk> chunks = layout.chunks();
    for (int i = 0; i < chunks.size(); i++) {
      Layout.Chunk chunk = chunks.get(i);
      skip(chunk.prefix());
      String before = cursor.rest();
      boolean fractionFollows = i + 1 < chunks.size() && chunks.get(i + 1).element().isFraction();
      boolean fits = read(chunk, fractionFollows);
      if (!outOfRange.isEmpty()) {
        throw fault(": " + outOfRange + " out of range");
      }
      if (!fits) {
        throw misfit(chunk.spelling(), before);
      }
    }
    skip(layout.rest());
    if (!cursor.atEnd()) {
      throw fault(": extra text: " + TimeException.quote(cursor.rest()));
    }
    return moment();
  }

  private void skip(String literal) throws TimeException {
    if (!cursor.skip(literal)) {
      throw misfit(literal, cursor.rest());
    }
  }

  private TimeException misfit(String element, String at) {
    return fault(
        " as "
            + TimeException.quote(layout.text())
            + ": cannot parse "
            + TimeException.quote(at)
            + " as "
            + TimeException.quote(element));
  }

  private TimeException fault(String reason) {
    return new TimeException("parsing time " + TimeException.quote(value) + reason);
  }

  /// False when the value does not fit.
  private boolean read(Layout.Chunk chunk, boolean fractionFollows) {
    return switch (chunk.element()) {
      case YEAR -> readShortYear();
      case LONG_YEAR -> readYear();
      case MONTH -> readMonth(shortened(MONTHS));
      case LONG_MONTH -> readMonth(MONTHS);
      case NUMBER_MONTH -> readMonth(false);
      case ZERO_MONTH -> readMonth(true);
      case WEEKDAY -> cursor.oneOf(shortened(WEEKDAYS)) != Cursor.NONE;
      case LONG_WEEKDAY -> cursor.oneOf(WEEKDAYS) != Cursor.NONE;
      case DAY -> readDay(false);
      case ZERO_DAY -> readDay(true);
      case UNDER_DAY -> {
        cursor.takeIf(" ");
        yield readDay(false);
      }
      case UNDER_YEAR_DAY -> {
        if (cursor.takeIf(" ")) {
          cursor.takeIf(" ");
        }
        yield readDayOfYear(false);
      }
      case ZERO_YEAR_DAY -> readDayOfYear(true);
      case HOUR -> readHour(false, 23);
      case HOUR_12 -> readHour(false, 12);
      case ZERO_HOUR_12 -> readHour(true, 12);
      case MINUTE -> readMinute(false);
      case ZERO_MINUTE -> readMinute(true);
      case SECOND -> readSecond(false, fractionFollows);
      case ZERO_SECOND -> readSecond(true, fractionFollows);
      case UPPER_HALF -> readHalf("AM", "PM");
      case LOWER_HALF -> readHalf("am", "pm");
      case ZONE_NAME -> readZoneName();
      case FRACTION ->
          cursor.left() > chunk.digits() && readFraction(cursor.take(1 + chunk.digits()));
      case SHORT_FRACTION -> !startsFraction() || readFraction(takeFraction());
      case ISO_OFFSET,
          ISO_OFFSET_COLON,
          ISO_OFFSET_HOURS,
          ISO_OFFSET_SECONDS,
          ISO_OFFSET_COLON_SECONDS ->
          readUtc("Z") || readOffset(chunk.spelling());
      case OFFSET, OFFSET_COLON, OFFSET_HOURS, OFFSET_SECONDS, OFFSET_COLON_SECONDS ->
          readOffset(chunk.spelling());
    };
  }

  private static List<String> shortened(List<String> names) {
    return names.stream().map(name -> name.substring(0, 3)).toList();
  }

  /// Two characters, of which the first may be a sign.
  private boolean readShortYear() {
    if (cursor.left() < 2) {
      return false;
    }
    String text = cursor.take(2);
    if (!text.matches("[-+0-9][0-9]")) {
      return false;
    }
    int number = Integer.parseInt(text);
    year = number + (number >= 69 ? 1900 : 2000);
    return true;
  }

  private boolean readYear() {
    if (cursor.left() < 4 || !cursor.isDigit(0)) {
      return false;
    }
    String text = cursor.take(4);
    if (!text.matches("[0-9]{4}")) {
      return false;
    }
    year = Integer.parseInt(text);
    return true;
  }

  private boolean readMonth(List<String> names) {
    month = cursor.oneOf(names) + 1;
    return month > 0;
  }

  private boolean readMonth(boolean two) {
    month = cursor.number(two);
    if (month == 0 || month > 12) {
      outOfRange = "month";
    }
    return month != Cursor.NONE;
  }

  private boolean readDay(boolean two) {
    day = cursor.number(two);
    return day != Cursor.NONE;
  }

  private boolean readDayOfYear(boolean three) {
    dayOfYear = cursor.dayOfYear(three);
    return dayOfYear != Cursor.NONE;
  }

  private boolean readHour(boolean two, int most) {
    hour = cursor.number(two);
    if (hour > most) {
      outOfRange = "hour";
    }
    return hour != Cursor.NONE;
  }

  private boolean readMinute(boolean two) {
    minute = cursor.number(two);
    if (minute > 59) {
      outOfRange = "minute";
    }
    return minute != Cursor.NONE;
  }

  /// A fraction may follow that the layout does not have.
  private boolean readSecond(boolean two, boolean fractionFollows) {
    second = cursor.number(two);
    if (second > 59) {
      outOfRange = "second";
      return false;
    }
    if (second == Cursor.NONE || fractionFollows || !startsFraction()) {
      return second != Cursor.NONE;
    }
    return readFraction(takeFraction());
  }

  private boolean startsFraction() {
    return (cursor.peek(0) == '.' || cursor.peek(0) == ',') && cursor.isDigit(1);
  }

  private String takeFraction() {
    int length = 1;
    while (cursor.isDigit(length)) {
      length++;
    }
    return cursor.take(length);
  }

  /// A separator and digits, of which nine count. Go allows for a sign before them, and refuses the
  /// minus.
  private boolean readFraction(String text) {
    String digits = text.substring(1, Math.min(text.length(), 10));
    boolean separated = text.charAt(0) == '.' || text.charAt(0) == ',';
    if (!separated || !digits.matches("[-+]?[0-9]*")) {
      return false;
    }
    String bare = digits.replaceFirst("^[-+]", "");
    long number = bare.isEmpty() ? 0 : Long.parseLong(bare);
    if (digits.startsWith("-") && number > 0) {
      outOfRange = "fractional second";
      return false;
    }
    for (int i = digits.length(); i < 9; i++) {
      number *= 10;
    }
    nano = (int) number;
    return true;
  }

  private boolean readHalf(String before, String after) {
    if (cursor.left() < 2) {
      return false;
    }
    String half = cursor.take(2);
    afternoon |= half.equals(after);
    morning |= half.equals(before);
    return half.equals(after) || half.equals(before);
  }

  private boolean readUtc(String mark) {
    boolean read = cursor.takeIf(mark);
    utc |= read;
    return read;
  }

  /// A name of a zone does not shift the time: Go knows the offsets of no names but UTC's here.
  private boolean readZoneName() {
    if (readUtc("UTC")) {
      return true;
    }
    int length = zoneNameLength(cursor.rest());
    cursor.take(length);
    return length > 0;
  }

  private static int zoneNameLength(String text) {
    if (text.length() < 3) {
      return 0;
    }
    if (text.startsWith("ChST") || text.startsWith("MeST")) {
      return 4;
    }
    if (text.startsWith("GMT")) {
      return 3 + hourOffsetLength(text.substring(3));
    }
    if (text.startsWith("+") || text.startsWith("-")) {
      return hourOffsetLength(text);
    }
    int capitals = 0;
    while (capitals < Math.min(6, text.length())
        && text.charAt(capitals) >= 'A'
        && text.charAt(capitals) <= 'Z') {
      capitals++;
    }
    return switch (capitals) {
      case 3 -> 3;
      case 4 -> text.charAt(3) == 'T' || text.startsWith("WITA") ? 4 : 0;
      case 5 -> text.charAt(4) == 'T' ? 5 : 0;
      default -> 0;
    };
  }

  /// A sign and digits that make no more than 23.
  private static int hourOffsetLength(String text) {
    int length = 1;
    while (length < text.length() && text.charAt(length) >= '0' && text.charAt(length) <= '9') {
      length++;
    }
    if (text.isEmpty() || text.charAt(0) != '+' && text.charAt(0) != '-' || length == 1) {
      return 0;
    }
    String digits = text.substring(1, length).replaceFirst("^0+(?=.)", "");
    return digits.length() <= 2 && Integer.parseInt(digits) <= 23 ? length : 0;
  }

  /// A sign, and two digits where the layout has them.
  private boolean readOffset(String spelling) {
    int length = spelling.length();
    if (cursor.left() < length) {
      return false;
    }
    for (int i = 3; i < length; i++) {
      if (spelling.charAt(i) == ':' && cursor.peek(i) != ':') {
        return false;
      }
    }
    String sign = cursor.take(1);
    int[] parts = new int[3];
    boolean fits = true;
    int part = 0;
    int taken = 1;
    while (taken < length) {
      if (spelling.charAt(taken) == ':') {
        cursor.take(1);
        taken++;
      }
      String digits = cursor.take(2);
      taken += 2;
      fits = fits && digits.matches("[0-9]{2}");
      parts[part++] = fits ? Integer.parseInt(digits) : 0;
    }
    outOfRange =
        parts[2] > 60
            ? "time zone offset second"
            : parts[1] > 60
                ? "time zone offset minute"
                : parts[0] > 24 ? "time zone offset hour" : "";
    offset = (parts[0] * 60 + parts[1]) * 60 + parts[2];
    offset = sign.equals("-") ? -offset : offset;
    return fits && (sign.equals("-") || sign.equals("+"));
  }

  private long moment() throws TimeException {
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (morning && hour == 12) {
      hour = 0;
    }
    if (dayOfYear >= 0) {
      readDate();
    }
    month = month < 0 ? 1 : month;
    day = day < 0 ? 1 : day;
    if (day < 1 || day > Calendar.daysIn(month, year)) {
      throw fault(": day out of range");
    }
    long days = Calendar.epochDay(year, month, day);
    return Moment.nanos(
        ((days * 24 + hour) * 60 + minute) * 60 + second - (utc ? 0 : offset), nano);
  }

  private void readDate() throws TimeException {
    boolean leap = Calendar.daysIn(2, year) == 29;
    if (dayOfYear < 1 || dayOfYear > (leap ? 366 : 365)) {
      throw fault(": day-of-year out of range");
    }
    LocalDate date = LocalDate.ofYearDay(year, dayOfYear);
    if (month >= 0 && month != date.getMonthValue()) {
      throw fault(": day-of-year does not match month");
    }
    if (day >= 0 && day != date.getDayOfMonth()) {
      throw fault(": day-of-year does not match day");
    }
    month = date.getMonthValue();
    day = date.getDayOfMonth();
  }
}
