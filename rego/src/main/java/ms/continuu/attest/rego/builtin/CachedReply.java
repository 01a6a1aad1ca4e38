package ms.continuu.attest.rego.builtin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.rego.host.Host;
import org.jspecify.annotations.Nullable;

/// A reply kept across queries.
///
/// @param headers by their names in lower case
/// @param expiresNanos since 1970; [Long#MIN_VALUE] when it was stale from the first
record CachedReply(
    int status,
    String statusLine,
    Map<String, List<String>> headers,
    byte[] body,
    long expiresNanos) {

  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH));

  /// A text that is no date or no number of seconds, which keeps a reply from being cached.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  /// @param forcedSeconds for which the caller wants it kept, or 0 to go by the headers
  static CachedReply of(Host.HttpReply reply, long nowNanos, int forcedSeconds) throws Unreadable {
    Map<String, List<String>> headers = lowerCase(reply.headers());
    return new CachedReply(
        reply.status(),
        reply.statusLine(),
        headers,
        reply.body(),
        expiry(headers, nowNanos, forcedSeconds));
  }

  static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    return lower;
  }

  /// The same after the server said that nothing has changed.
  CachedReply confirmed(Host.HttpReply reply, long nowNanos, int forcedSeconds) throws Unreadable {
    Map<String, List<String>> news = lowerCase(reply.headers());
    Map<String, List<String>> merged = new TreeMap<>(headers);
    merged.putAll(news);
    return new CachedReply(status, statusLine, merged, body, expiry(news, nowNanos, forcedSeconds));
  }

  Host.HttpReply reply() {
    return new Host.HttpReply(status, statusLine, headers, body);
  }

  /// The first value of a header, or nothing.
  static String first(Map<String, List<String>> headers, String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? "" : values.getFirst();
  }

  private static long expiry(Map<String, List<String>> headers, long nowNanos, int forcedSeconds)
      throws Unreadable {
    if (forcedSeconds > 0) {
      return nowNanos + forcedSeconds * 1_000_000_000L;
    }
    String maxAge = directives(headers).get("max-age");
    if (maxAge != null) {
      long seconds = seconds(maxAge);
      String date = first(headers, "date");
      if (date.isEmpty()) {
        throw new Unreadable("no date header");
      }
      Instant created = date(date);
      if (created == null) {
        throw new Unreadable("parsing time " + date);
      }
      return nanos(created.plusSeconds(seconds));
    }
    Instant expires = date(first(headers, "expires"));
    return expires == null ? Long.MIN_VALUE : nanos(expires);
  }

  private static long nanos(Instant instant) {
    long seconds = Math.clamp(instant.getEpochSecond(), -9_000_000_000L, 9_000_000_000L);
    return seconds * 1_000_000_000L + instant.getNano();
  }

  private static long seconds(String maxAge) throws Unreadable {
    if (maxAge.isEmpty() || !maxAge.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Unreadable("strconv.ParseUint: parsing \"" + maxAge + "\": invalid syntax");
    }
    return maxAge.length() > 10
        ? Integer.MAX_VALUE
        : Math.min(Long.parseLong(maxAge), Integer.MAX_VALUE);
  }

  private static @Nullable Instant date(String text) {
    for (DateTimeFormatter format : DATES) {
      try {
        return LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        // Perhaps it is of another of the three forms.
      }
    }
    return null;
  }

  static boolean mayBeStored(Map<String, List<String>> headers) {
    return !directives(lowerCase(headers)).containsKey("no-store");
  }

  /// The directives of `Cache-Control`, with their values or nothing.
  private static Map<String, String> directives(Map<String, List<String>> headers) {
    Map<String, String> directives = new HashMap<>();
    for (String part : first(headers, "cache-control").split(",")) {
      String directive = part.strip();
      int equals = directive.indexOf('=');
      if (directive.isEmpty()) {
        continue;
      }
      if (equals < 0) {
        directives.put(directive, "");
      } else if (directive.indexOf('=', equals + 1) < 0) {
        directives.put(directive.substring(0, equals).strip(), directive.substring(equals + 1));
      }
    }
    return directives;
  }
}
