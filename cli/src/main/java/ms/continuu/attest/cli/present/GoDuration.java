package ms.continuu.attest.cli.present;

/// Durations in Go's form: `1.5µs`, `2m3.25s`.
public final class GoDuration {
  private GoDuration() {}

  public static String of(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    long amount = Math.abs(nanos);
    String text;
    if (amount < 1_000) {
      text = amount + "ns";
    } else if (amount < 1_000_000) {
      text = fraction(amount, 1_000, 3) + "µs";
    } else if (amount < 1_000_000_000) {
      text = fraction(amount, 1_000_000, 6) + "ms";
    } else {
      text = longer(amount);
    }
    return nanos < 0 ? "-" + text : text;
  }

  private static String longer(long amount) {
    long minutes = amount / 60_000_000_000L;
    String seconds = fraction(amount % 60_000_000_000L, 1_000_000_000, 9) + "s";
    if (minutes == 0) {
      return seconds;
    }
    return minutes < 60
        ? minutes + "m" + seconds
        : minutes / 60 + "h" + minutes % 60 + "m" + seconds;
  }

  private static String fraction(long amount, long unit, int digits) {
    long rest = amount % unit;
    if (rest == 0) {
      return Long.toString(amount / unit);
    }
    String text = Long.toString(rest);
    StringBuilder padded = new StringBuilder("0".repeat(digits - text.length())).append(text);
    while (padded.charAt(padded.length() - 1) == '0') {
      padded.setLength(padded.length() - 1);
    }
    return amount / unit + "." + padded;
  }
}
