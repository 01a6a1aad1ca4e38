package ms.continuu.attest.rego.gotime;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the 64-bit part of a TZif file (RFC 9636).
final class ZoneReader {
  private static final Pattern RULE =
      Pattern.compile(
          "(<[^>]+>|[A-Za-z]+)([-+0-9:]+)(?:(<[^>]+>|[A-Za-z]+)([-+0-9:]*),([^,]+),([^,]+))?");
  private static final Pattern CHANGE =
      Pattern.compile("M([0-9]+)\\.([0-9])\\.([0-9])(?:/([-+0-9:]+))?");
  private static final int HOUR = 3600;

  private final ByteBuffer data;
  private final int transitions;
  private final int kindCount;
  private final int indexTable;
  private final int kindTable;
  private final int nameTable;
  private final int footer;

  private ZoneReader(ByteBuffer data) {
    this.data = data;
    int utcMarks = data.getInt(20);
    int standardMarks = data.getInt(24);
    int leaps = data.getInt(28);
    transitions = data.getInt(32);
    kindCount = data.getInt(36);
    indexTable = 44 + 8 * transitions;
    kindTable = indexTable + transitions;
    nameTable = kindTable + 6 * kindCount;
    footer = nameTable + data.getInt(40) + leaps * 12 + standardMarks + utcMarks;
  }

  static Zone read(byte[] file) {
    return new ZoneReader(ByteBuffer.wrap(file)).zone();
  }

  private Zone zone() {
    Zone.Kind[] kinds = new Zone.Kind[kindCount];
    for (int i = 0; i < kindCount; i++) {
      kinds[i] = new Zone.Kind(name(kindTable + 6 * i + 5), data.getInt(kindTable + 6 * i));
    }
    long[] starts = new long[transitions + 1];
    Zone.Kind[] held = new Zone.Kind[transitions + 1];
    starts[0] = Long.MIN_VALUE;
    held[0] = kinds[firstKind()];
    for (int i = 0; i < transitions; i++) {
      starts[i + 1] = data.getLong(44 + 8 * i);
      held[i + 1] = kinds[index(i)];
    }
    return new Zone(starts, held, afterwards());
  }

  private int index(int transition) {
    return data.get(indexTable + transition) & 0xFF;
  }

  private boolean isSummer(int kind) {
    return data.get(kindTable + 6 * kind + 4) != 0;
  }

  /// What holds before the first transition: the first kind when no transition leads to it, else a
  /// standard time.
  private int firstKind() {
    boolean used = transitions == 0;
    for (int i = 0; i < transitions; i++) {
      used |= index(i) == 0;
    }
    if (!used || transitions == 0) {
      return 0;
    }
    if (isSummer(index(0))) {
      for (int kind = index(0) - 1; kind >= 0; kind--) {
        if (!isSummer(kind)) {
          return kind;
        }
      }
    }
    for (int kind = 0; kind < kindCount; kind++) {
      if (!isSummer(kind)) {
        return kind;
      }
    }
    return 0;
  }

  private String name(int indexAt) {
    StringBuilder name = new StringBuilder();
    int at = nameTable + (data.get(indexAt) & 0xFF);
    while (data.get(at) != 0) {
      name.append((char) data.get(at++));
    }
    return name.toString();
  }

  /// The rule at the end of the file, in the form of POSIX's `TZ` variable.
  private Zone.@Nullable Yearly afterwards() {
    StringBuilder text = new StringBuilder();
    for (int i = footer + 1; i < data.limit() - 1; i++) {
      text.append((char) data.get(i));
    }
    Matcher rule = RULE.matcher(text);
    if (!rule.matches()) {
      return null;
    }
    Zone.Kind standard = new Zone.Kind(bare(rule.group(1)), -seconds(rule.group(2)));
    String summerName = rule.group(3);
    if (summerName == null) {
      return new Zone.Yearly(standard, null);
    }
    String written = rule.group(4);
    int offset = written.isEmpty() ? standard.offset() + HOUR : -seconds(written);
    return new Zone.Yearly(
        standard,
        new Zone.Summer(
            new Zone.Kind(bare(summerName), offset), change(rule.group(5)), change(rule.group(6))));
  }

  private static String bare(String name) {
    return name.startsWith("<") ? name.substring(1, name.length() - 1) : name;
  }

  private static Zone.Change change(String text) {
    Matcher change = CHANGE.matcher(text);
    if (!change.matches()) {
      throw new IllegalStateException("not a change of a time zone: " + text);
    }
    String time = change.group(4);
    return new Zone.Change(
        Integer.parseInt(change.group(1)),
        Integer.parseInt(change.group(2)),
        Integer.parseInt(change.group(3)),
        time == null ? 2 * HOUR : seconds(time));
  }

  /// Hours, with minutes and seconds behind colons.
  private static int seconds(String text) {
    boolean negative = text.startsWith("-");
    int unit = HOUR;
    int seconds = 0;
    for (String part : text.replaceFirst("^[-+]", "").split(":", -1)) {
      seconds += Integer.parseInt(part) * unit;
      unit /= 60;
    }
    return negative ? -seconds : seconds;
  }
}
