package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Map;
import ms.continuu.attest.rego.gotime.Durations;
import ms.continuu.attest.rego.gotime.Moment;
import ms.continuu.attest.rego.gotime.TimeException;
import ms.continuu.attest.rego.gotime.TimeFormat;
import ms.continuu.attest.rego.gotime.TimeParse;
import ms.continuu.attest.rego.gotime.Zone;
import ms.continuu.attest.rego.gotime.Zones;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.GoFloat;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// `time.*`: moments in nanoseconds from 1970, read, written, and taken apart in a time zone.
final class Times implements BuiltinFamily {
  private static final String RFC_3339 = "2006-01-02T15:04:05Z07:00";
  private static final String RFC_3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";

  /// Layouts that have a name.
  private static final Map<String, String> LAYOUTS =
      Map.of(
          "ANSIC", "Mon Jan _2 15:04:05 2006",
          "UnixDate", "Mon Jan _2 15:04:05 MST 2006",
          "RubyDate", "Mon Jan 02 15:04:05 -0700 2006",
          "RFC822", "02 Jan 06 15:04 MST",
          "RFC822Z", "02 Jan 06 15:04 -0700",
          "RFC850", "Monday, 02-Jan-06 15:04:05 MST",
          "RFC1123", "Mon, 02 Jan 2006 15:04:05 MST",
          "RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700",
          "RFC3339", RFC_3339,
          "RFC3339Nano", RFC_3339_NANO);

  @FunctionalInterface
  private interface Calculation {
    Value of(Value[] operands) throws BuiltinFault, TimeException;
  }

  /// An operand: nanoseconds, or an array of them, a time zone and a layout.
  private record Given(long nanos, Zone zone, String layout) {
    Moment moment() {
      return Moment.of(nanos, zone);
    }
  }

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("time.now_ns", (context, operands) -> NumberValue.of(context.nowNanos()));
    registry.add("time.parse_ns", calculating(Times::parse));
    registry.add(
        "time.parse_rfc3339_ns",
        calculating(
            operands -> NumberValue.of(TimeParse.nanos(RFC_3339, ByteText.operand(operands, 1)))));
    registry.add("time.parse_duration_ns", calculating(Times::duration));
    registry.add("time.format", calculating(Times::format));
    registry.add("time.date", calculating(Times::date));
    registry.add("time.clock", calculating(Times::clock));
    registry.add(
        "time.weekday",
        calculating(operands -> StringValue.of(TimeFormat.weekday(given(operands[0]).moment()))));
    registry.add("time.add_date", calculating(Times::addDate));
    registry.add("time.diff", calculating(Times::difference));
  }

  private static Builtin calculating(Calculation calculation) {
    return (context, operands) -> {
      try {
        return calculation.of(operands);
      } catch (TimeException e) {
        throw BuiltinFault.of(ByteText.text(e.text()));
      }
    };
  }

  private static Value parse(Value[] operands) throws BuiltinFault, TimeException {
    String layout = ByteText.operand(operands, 1);
    String text = ByteText.operand(operands, 2);
    return NumberValue.of(TimeParse.nanos(LAYOUTS.getOrDefault(layout, layout), text));
  }

  private static Value duration(Value[] operands) throws BuiltinFault, TimeException {
    String text = Operands.text(operands, 1);
    return NumberValue.of(Durations.extended(ByteText.of(text), ByteText.of(GoQuote.string(text))));
  }

  private static Value format(Value[] operands) throws BuiltinFault, TimeException {
    Given given = given(operands[0]);
    String layout = given.layout.isEmpty() ? RFC_3339_NANO : given.layout;
    String text = TimeFormat.format(given.moment(), LAYOUTS.getOrDefault(layout, layout));
    return StringValue.of(ByteText.text(text));
  }

  private static Value date(Value[] operands) throws BuiltinFault, TimeException {
    LocalDateTime shown = given(operands[0]).moment().shown();
    return numbers(shown.getYear(), shown.getMonthValue(), shown.getDayOfMonth());
  }

  private static Value clock(Value[] operands) throws BuiltinFault, TimeException {
    LocalDateTime shown = given(operands[0]).moment().shown();
    return numbers(shown.getHour(), shown.getMinute(), shown.getSecond());
  }

  private static Value addDate(Value[] operands) throws BuiltinFault, TimeException {
    Given given = given(operands[0]);
    long years = Operands.integer(operands, 2);
    long months = Operands.integer(operands, 3);
    long days = Operands.integer(operands, 4);
    return NumberValue.of(given.moment().plus(years, months, days));
  }

  private static Value difference(Value[] operands) throws BuiltinFault, TimeException {
    Given one = given(operands[0]);
    Given other = given(operands[1]);
    return numbers(Moment.difference(one.nanos, other.nanos, one.zone));
  }

  private static Value numbers(int... numbers) {
    Value[] items = new Value[numbers.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = NumberValue.of(numbers[i]);
    }
    return ArrayValue.owning(items);
  }

  /// OPA calls the operand the first wherever it stands.
  private static Given given(Value operand) throws BuiltinFault, TimeException {
    Value[] parts =
        switch (operand) {
          case NumberValue number -> new Value[] {number};
          case ArrayValue array when array.size() > 0 -> array.toArray();
          default ->
              throw Operands.wrongType(
                  new Value[] {operand}, 1, "either number (ns) or [number (ns), string (tz)]");
        };
    NumberValue time = Operands.number(parts, 1);
    Zone zone = Zone.UTC;
    if (parts.length > 1) {
      zone = Zones.named(ByteText.operand(new Value[] {parts[1]}, 1));
    }
    String layout = parts.length > 2 ? ByteText.operand(new Value[] {parts[2]}, 1) : "";
    return new Given(nanos(time), zone, layout);
  }

  private static long nanos(NumberValue time) throws BuiltinFault {
    if (time.isWrittenWhole()) {
      return time.longValue();
    }
    GoFloat number = GoFloat.of(time);
    BigInteger whole = number.isInfinite() || !number.isWhole() ? null : number.truncate();
    if (whole == null || whole.bitLength() > 63) {
      throw BuiltinFault.of("timestamp too big");
    }
    return whole.longValue();
  }
}
