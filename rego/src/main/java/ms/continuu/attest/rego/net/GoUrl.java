package ms.continuu.attest.rego.net;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// A URL taken apart and put together as Go's `net/url` does.
///
/// @param user what stands before `@`, or null
/// @param host with port and brackets
/// @param rawPath the path as written, where that is not the usual way to write `path`
/// @param forceQuery whether a `?` stands before an empty query
/// @param omitHost whether a scheme is followed by a path without `//`
public record GoUrl(
    String scheme,
    String opaque,
    @Nullable User user,
    String host,
    String path,
    String rawPath,
    String rawQuery,
    boolean forceQuery,
    boolean omitHost,
    String fragment,
    String rawFragment) {

  /// Name and password before a host.
  public record User(String name, @Nullable String password) {}

  /// A part of a URL, with the ASCII characters besides letters and digits that stand in it
  /// unescaped.
  private enum Part {
    PATH("-_.~$&+,/:;=@"),
    HOST("-_.~!$&'()*+,;=:[]<>\""),
    ZONE("-_.~!$&'()*+,;=:[]<>\""),
    USER("-_.~$&+,;="),
    FRAGMENT("-_.~$&+,/:;=?@!()*");

    private final String plain;

    Part(String plain) {
      this.plain = plain;
    }

    boolean isPlain(int c) {
      return isAlphanumeric(c) || plain.indexOf(c) >= 0;
    }
  }

  /// Takes a text apart.
  public static GoUrl parse(String text) throws NameFault {
    String bytes = latin(text);
    int hash = bytes.indexOf('#');
    String front = hash < 0 ? bytes : bytes.substring(0, hash);
    GoUrl url;
    try {
      url = parseFront(front);
    } catch (NameFault e) {
      throw inContext(text(front), e);
    }
    if (hash < 0 || hash == bytes.length() - 1) {
      return url;
    }
    try {
      return url.withFragment(bytes.substring(hash + 1));
    } catch (NameFault e) {
      throw inContext(text, e);
    }
  }

  private static NameFault inContext(String text, NameFault fault) {
    return new NameFault("parse " + RegoText.quote(text) + ": " + fault.reason());
  }

  private GoUrl withFragment(String raw) throws NameFault {
    String decoded = unescape(raw, Part.FRAGMENT);
    String kept = escape(decoded, Part.FRAGMENT).equals(raw) ? "" : raw;
    return new GoUrl(
        scheme,
        opaque,
        user,
        host,
        path,
        rawPath,
        rawQuery,
        forceQuery,
        omitHost,
        text(decoded),
        text(kept));
  }

  private static GoUrl parseFront(String text) throws NameFault {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new NameFault("net/url: invalid control character in URL");
    }
    if (text.equals("*")) {
      return new GoUrl("", "", null, "", "*", "", "", false, false, "", "");
    }
    int schemeLength = schemeLength(text);
    String scheme = text.substring(0, Math.max(schemeLength, 0)).toLowerCase(Locale.ROOT);
    String rest = text.substring(schemeLength + 1);
    int question = rest.indexOf('?');
    boolean forceQuery = question >= 0 && question == rest.length() - 1;
    String query = question < 0 ? "" : rest.substring(question + 1);
    rest = question < 0 ? rest : rest.substring(0, question);
    if (!rest.startsWith("/")) {
      if (schemeLength > 0) {
        return new GoUrl(
            scheme, text(rest), null, "", "", "", text(query), forceQuery, false, "", "");
      }
      int slash = rest.indexOf('/');
      if ((slash < 0 ? rest : rest.substring(0, slash)).indexOf(':') >= 0) {
        throw new NameFault("first path segment in URL cannot contain colon");
      }
    }
    User user = null;
    String host = "";
    boolean omitHost = false;
    if ((schemeLength > 0 || !rest.startsWith("///")) && rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "" : rest.substring(slash);
      int at = authority.lastIndexOf('@');
      host = readHost(scheme, authority.substring(at + 1));
      user = at < 0 ? null : readUser(authority.substring(0, at));
    } else if (schemeLength > 0 && rest.startsWith("/")) {
      omitHost = true;
    }
    String path = unescape(rest, Part.PATH);
    String rawPath = escape(path, Part.PATH).equals(rest) ? "" : rest;
    return new GoUrl(
        scheme,
        "",
        user,
        text(host),
        text(path),
        text(rawPath),
        text(query),
        forceQuery,
        omitHost,
        "",
        "");
  }

  /// The characters before the colon, or -1 when there is no scheme.
  private static int schemeLength(String text) throws NameFault {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean inner = i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
      if (c == ':') {
        if (i == 0) {
          throw new NameFault("missing protocol scheme");
        }
        return i;
      }
      if (!letter && !inner) {
        return -1;
      }
    }
    return -1;
  }

  private static User readUser(String user) throws NameFault {
    for (int i = 0; i < user.length(); i++) {
      char c = user.charAt(i);
      if (!isAlphanumeric(c) && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
        throw new NameFault("net/url: invalid userinfo");
      }
    }
    int colon = user.indexOf(':');
    if (colon < 0) {
      return new User(text(unescape(user, Part.USER)), null);
    }
    return new User(
        text(unescape(user.substring(0, colon), Part.USER)),
        text(unescape(user.substring(colon + 1), Part.USER)));
  }

  private static String readHost(String scheme, String host) throws NameFault {
    int open = host.lastIndexOf('[');
    if (open > 0) {
      throw new NameFault("invalid IP-literal");
    }
    if (open == 0) {
      return readLiteral(host);
    }
    int colon = host.indexOf(':');
    if (colon >= 0) {
      // Only the web's schemes have no more than one colon there.
      boolean strict = scheme.equals("http") || scheme.equals("https");
      checkPort(host.substring(strict ? colon : host.lastIndexOf(':')));
    }
    return unescape(host, Part.HOST);
  }

  /// An IPv6 address in brackets.
  private static String readLiteral(String host) throws NameFault {
    int close = host.lastIndexOf(']');
    if (close < 0) {
      throw new NameFault("missing ']' in host");
    }
    checkPort(host.substring(close + 1));
    String port = unescape(host.substring(close + 1), Part.HOST);
    String name = host.substring(1, close);
    int zone = name.indexOf("%25");
    String address =
        zone < 0
            ? unescape(name, Part.HOST)
            : unescape(name.substring(0, zone), Part.HOST)
                + unescape(name.substring(zone), Part.ZONE);
    IpAddress parsed;
    try {
      parsed = IpAddress.parse(text(address));
    } catch (NameFault e) {
      throw new NameFault("invalid host: " + e.reason());
    }
    if (parsed.isV4()) {
      throw new NameFault("invalid IP-literal");
    }
    return "[" + address + "]" + port;
  }

  private static void checkPort(String port) throws NameFault {
    if (!isOptionalPort(port)) {
      throw new NameFault("invalid port " + RegoText.quote(text(port)) + " after host");
    }
  }

  private static boolean isOptionalPort(String port) {
    return port.isEmpty()
        || port.charAt(0) == ':' && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  /// The host without port and brackets.
  public String hostname() {
    int colon = portColon();
    String name = colon < 0 ? host : host.substring(0, colon);
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  /// The digits behind the host, or nothing.
  public String port() {
    int colon = portColon();
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  private int portColon() {
    int colon = host.lastIndexOf(':');
    return colon >= 0 && isOptionalPort(host.substring(colon)) ? colon : -1;
  }

  /// The path as it is written in a URL.
  public String escapedPath() {
    return escaped(path, rawPath, Part.PATH);
  }

  private static String escaped(String value, String raw, Part part) {
    if (!raw.isEmpty() && isValidEncoded(latin(raw), part)) {
      try {
        if (unescape(latin(raw), part).equals(latin(value))) {
          return raw;
        }
      } catch (NameFault e) {
        // The usual way of writing stands in for a raw form that is none.
      }
    }
    return value.equals("*") && part == Part.PATH ? "*" : escape(latin(value), part);
  }

  private static boolean isValidEncoded(String raw, Part part) {
    return raw.chars().allMatch(c -> "!$&'()*+,;=:@[]%".indexOf(c) >= 0 || part.isPlain(c));
  }

  /// The whole URL as text, with `***` for a password.
  public String withoutPassword() {
    if (user == null || user.password == null) {
      return toString();
    }
    String secret = escape(latin(user.password), Part.USER) + "@";
    String name = escape(latin(user.name), Part.USER) + ":";
    return toString()
        .replaceFirst(Pattern.quote(name + secret), Matcher.quoteReplacement(name + "***@"));
  }

  /// The same URL under another scheme, with another query.
  public GoUrl withSchemeAndQuery(String otherScheme, String otherQuery) {
    return new GoUrl(
        otherScheme,
        opaque,
        user,
        host,
        path,
        rawPath,
        otherQuery,
        forceQuery,
        omitHost,
        fragment,
        rawFragment);
  }

  /// The whole URL as text.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    if (!scheme.isEmpty()) {
      out.append(scheme).append(':');
    }
    if (opaque.isEmpty()) {
      appendHierarchy(out);
    } else {
      out.append(opaque);
    }
    if (forceQuery || !rawQuery.isEmpty()) {
      out.append('?').append(rawQuery);
    }
    if (!fragment.isEmpty()) {
      out.append('#').append(escaped(fragment, rawFragment, Part.FRAGMENT));
    }
    return out.toString();
  }

  private void appendHierarchy(StringBuilder out) {
    boolean hasHost = !host.isEmpty() || user != null;
    if ((!scheme.isEmpty() || hasHost) && (hasHost || !omitHost)) {
      if (hasHost || !path.isEmpty()) {
        out.append("//");
      }
      if (user != null) {
        out.append(escape(latin(user.name), Part.USER));
        if (user.password != null) {
          out.append(':').append(escape(latin(user.password), Part.USER));
        }
        out.append('@');
      }
      out.append(escape(latin(host), Part.HOST));
    }
    String written = escapedPath();
    if (!written.isEmpty() && written.charAt(0) != '/' && !host.isEmpty()) {
      out.append('/');
    }
    if (out.isEmpty()) {
      int slash = written.indexOf('/');
      if ((slash < 0 ? written : written.substring(0, slash)).indexOf(':') >= 0) {
        out.append("./");
      }
    }
    out.append(written);
  }

  private static String unescape(String text, Part part) throws NameFault {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        result.append((char) escapedByte(text, i, part));
        i += 2;
      } else if ((part == Part.HOST || part == Part.ZONE) && c < 0x80 && !part.isPlain(c)) {
        throw new NameFault(
            "invalid character " + RegoText.quote(Character.toString(c)) + " in host name");
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  /// The byte that is escaped at `at`. In a host only bytes that are not ASCII may be escaped, in a
  /// zone besides these what could stand there plainly, and spaces.
  private static int escapedByte(String text, int at, Part part) throws NameFault {
    String escape = text.substring(at, Math.min(at + 3, text.length()));
    if (escape.length() < 3 || hex(escape.charAt(1)) < 0 || hex(escape.charAt(2)) < 0) {
      throw new NameFault("invalid URL escape " + RegoText.quote(text(escape)));
    }
    int value = hex(escape.charAt(1)) << 4 | hex(escape.charAt(2));
    boolean refused =
        !escape.equals("%25")
            && (part == Part.HOST && value < 0x80
                || part == Part.ZONE && value != ' ' && !Part.HOST.isPlain(value));
    if (refused) {
      throw new NameFault("invalid URL escape " + RegoText.quote(text(escape)));
    }
    return value;
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static String escape(String bytes, Part part) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (part.isPlain(c)) {
        result.append(c);
      } else {
        result.append(String.format("%%%02X", (int) c));
      }
    }
    return result.toString();
  }

  private static boolean isAlphanumeric(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /// One char for each byte of the text.
  private static String latin(String text) {
    return new String(Utf8.encode(text), StandardCharsets.ISO_8859_1);
  }

  private static String text(String latin) {
    return Utf8.decode(latin.getBytes(StandardCharsets.ISO_8859_1));
  }
}
