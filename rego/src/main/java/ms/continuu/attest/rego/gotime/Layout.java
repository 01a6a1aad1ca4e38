package ms.continuu.attest.rego.gotime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A layout: how Go's reference time, Monday 2 January 2006 15:04:05 MST, would be written.
record Layout(String text, List<Chunk> chunks, String rest) {
  /// Elements by their first character, the longer spelling first.
  private static final Map<Character, List<Element>> BY_FIRST = new HashMap<>();

  static {
    for (Element element : Element.values()) {
      if (!element.isFraction()) {
        BY_FIRST.computeIfAbsent(element.spelling.charAt(0), c -> new ArrayList<>()).add(element);
      }
    }
    BY_FIRST
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt(e -> -e.spelling.length())));
  }

  /// Literal text and the element behind it, as the layout spells it.
  record Chunk(String prefix, Element element, String spelling) {

    /// Digits of a fraction of a second.
    int digits() {
      return spelling.length() - 1;
    }
  }

  enum Element {
    LONG_MONTH("January"),
    MONTH("Jan"),
    NUMBER_MONTH("1"),
    ZERO_MONTH("01"),
    LONG_WEEKDAY("Monday"),
    WEEKDAY("Mon"),
    DAY("2"),
    UNDER_DAY("_2"),
    ZERO_DAY("02"),
    UNDER_YEAR_DAY("__2"),
    ZERO_YEAR_DAY("002"),
    HOUR("15"),
    HOUR_12("3"),
    ZERO_HOUR_12("03"),
    MINUTE("4"),
    ZERO_MINUTE("04"),
    SECOND("5"),
    ZERO_SECOND("05"),
    LONG_YEAR("2006"),
    YEAR("06"),
    UPPER_HALF("PM"),
    LOWER_HALF("pm"),
    ZONE_NAME("MST"),
    ISO_OFFSET_SECONDS("Z070000"),
    ISO_OFFSET_COLON_SECONDS("Z07:00:00"),
    ISO_OFFSET("Z0700"),
    ISO_OFFSET_COLON("Z07:00"),
    ISO_OFFSET_HOURS("Z07"),
    OFFSET_SECONDS("-070000"),
    OFFSET_COLON_SECONDS("-07:00:00"),
    OFFSET("-0700"),
    OFFSET_COLON("-07:00"),
    OFFSET_HOURS("-07"),
    /// `.000`: zeros are written.
    FRACTION(""),
    /// `.999`: zeros at the end are not written.
    SHORT_FRACTION("");

    private final String spelling;

    Element(String spelling) {
      this.spelling = spelling;
    }

    boolean isIsoOffset() {
      return spelling.startsWith("Z07");
    }

    boolean isOffset() {
      return isIsoOffset() || spelling.startsWith("-07");
    }

    boolean hasColons() {
      return spelling.indexOf(':') >= 0;
    }

    boolean hasOffsetMinutes() {
      return spelling.length() > 3;
    }

    boolean hasOffsetSeconds() {
      return spelling.length() > 6;
    }

    boolean isFraction() {
      return this == FRACTION || this == SHORT_FRACTION;
    }
  }

  static Layout of(String text) {
    List<Chunk> chunks = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      Chunk found = chunkAt(text, from, at);
      if (found == null) {
        at++;
      } else {
        chunks.add(found);
        at = from + found.prefix.length() + found.spelling.length();
        from = at;
      }
    }
    return new Layout(text, List.copyOf(chunks), text.substring(from));
  }

  private static @Nullable Chunk chunkAt(String text, int from, int at) {
    String prefix = text.substring(from, at);
    char c = text.charAt(at);
    if (c == '.' || c == ',') {
      return fraction(text, prefix, at);
    }
    if (text.startsWith("_2006", at)) {
      return new Chunk(prefix + "_", Element.LONG_YEAR, "2006");
    }
    for (Element element : BY_FIRST.getOrDefault(c, List.of())) {
      String spelling = element.spelling;
      boolean shortName = element == Element.MONTH || element == Element.WEEKDAY;
      if (text.startsWith(spelling, at) && !(shortName && isLower(text, at + 3))) {
        return new Chunk(prefix, element, spelling);
      }
    }
    return null;
  }

  private static boolean isLower(String text, int at) {
    return at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
  }

  private static @Nullable Chunk fraction(String text, String prefix, int at) {
    int end = at + 1;
    char digit = end < text.length() ? text.charAt(end) : ' ';
    if (digit != '0' && digit != '9') {
      return null;
    }
    while (end < text.length() && text.charAt(end) == digit) {
      end++;
    }
    if (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      return null;
    }
    Element element = digit == '0' ? Element.FRACTION : Element.SHORT_FRACTION;
    return new Chunk(prefix, element, text.substring(at, end));
  }
}
