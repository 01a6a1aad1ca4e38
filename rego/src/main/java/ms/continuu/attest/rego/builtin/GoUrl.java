package ms.continuu.attest.rego.builtin;

import java.util.Locale;

/// A URL taken apart as Go's `url.Parse` does. All parts are [ByteText].
///
/// @param host with port and brackets
/// @param rawPath the path as written, where that is not the usual way to write `path`
record GoUrl(
    String scheme, String host, String path, String rawPath, String rawQuery, String fragment) {

  /// A text that is no URL, with Go's reason.
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String reason) {
      super(reason, null, false, false);
    }
  }

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
      return c >= '0' && c <= '9'
          || c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || plain.indexOf(c) >= 0;
    }
  }

  static GoUrl parse(String text) throws Fault {
    int hash = text.indexOf('#');
    String front = hash < 0 ? text : text.substring(0, hash);
    GoUrl url;
    try {
      url = parseFront(front);
    } catch (Fault e) {
      throw inContext(front, e);
    }
    if (hash < 0) {
      return url;
    }
    try {
      return new GoUrl(
          url.scheme,
          url.host,
          url.path,
          url.rawPath,
          url.rawQuery,
          unescape(text.substring(hash + 1), Part.FRAGMENT));
    } catch (Fault e) {
      throw inContext(text, e);
    }
  }

  /// The host without port and brackets.
  String hostname() {
    int colon = portColon();
    String name = colon < 0 ? host : host.substring(0, colon);
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  /// The digits behind the host, or nothing.
  String port() {
    int colon = portColon();
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  private int portColon() {
    int colon = host.lastIndexOf(':');
    return colon >= 0 && isOptionalPort(host.substring(colon)) ? colon : -1;
  }

  private static Fault inContext(String text, Fault fault) {
    return new Fault("parse " + ByteText.quote(text) + ": " + fault.getMessage());
  }

  private static GoUrl parseFront(String text) throws Fault {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      throw new Fault("net/url: invalid control character in URL");
    }
    if (text.equals("*")) {
      return new GoUrl("", "", "*", "", "", "");
    }
    int schemeLength = schemeLength(text);
    String scheme = text.substring(0, Math.max(schemeLength, 0)).toLowerCase(Locale.ROOT);
    String rest = text.substring(schemeLength + 1);
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : rest.substring(question + 1);
    rest = question < 0 ? rest : rest.substring(0, question);
    if (!rest.startsWith("/")) {
      if (schemeLength > 0) {
        return new GoUrl(scheme, "", "", "", query, "");
      }
      int slash = rest.indexOf('/');
      if ((slash < 0 ? rest : rest.substring(0, slash)).indexOf(':') >= 0) {
        throw new Fault("first path segment in URL cannot contain colon");
      }
    }
    String host = "";
    if ((schemeLength > 0 || !rest.startsWith("///")) && rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "" : rest.substring(slash);
      host = host(scheme, authority);
    }
    String path = unescape(rest, Part.PATH);
    String rawPath = escape(path).equals(rest) ? "" : rest;
    return new GoUrl(scheme, host, path, rawPath, query, "");
  }

  /// The characters before the colon, or -1 when there is no scheme.
  private static int schemeLength(String text) throws Fault {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean inner = i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
      if (c == ':') {
        if (i == 0) {
          throw new Fault("missing protocol scheme");
        }
        return i;
      }
      if (!letter && !inner) {
        return -1;
      }
    }
    return -1;
  }

  private static String host(String scheme, String authority) throws Fault {
    int at = authority.lastIndexOf('@');
    String host = readHost(scheme, authority.substring(at + 1));
    if (at >= 0) {
      checkUser(authority.substring(0, at));
    }
    return host;
  }

  private static void checkUser(String user) throws Fault {
    for (int i = 0; i < user.length(); i++) {
      char c = user.charAt(i);
      boolean alphanumeric = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!alphanumeric && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
        throw new Fault("net/url: invalid userinfo");
      }
    }
    int colon = user.indexOf(':');
    unescape(colon < 0 ? user : user.substring(0, colon), Part.USER);
    unescape(user.substring(colon + 1), Part.USER);
  }

  private static String readHost(String scheme, String host) throws Fault {
    int open = host.lastIndexOf('[');
    if (open > 0) {
      throw new Fault("invalid IP-literal");
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
  private static String readLiteral(String host) throws Fault {
    int close = host.lastIndexOf(']');
    if (close < 0) {
      throw new Fault("missing ']' in host");
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
    try {
      if (IpAddress.parse(address).isV4()) {
        throw new Fault("invalid IP-literal");
      }
    } catch (IpAddress.Fault e) {
      throw new Fault("invalid host: " + e.getMessage());
    }
    return "[" + address + "]" + port;
  }

  private static void checkPort(String port) throws Fault {
    if (!isOptionalPort(port)) {
      throw new Fault("invalid port " + ByteText.quote(port) + " after host");
    }
  }

  private static boolean isOptionalPort(String port) {
    return port.isEmpty()
        || port.charAt(0) == ':' && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  private static String unescape(String text, Part part) throws Fault {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        result.append((char) escaped(text, i, part));
        i += 2;
      } else if ((part == Part.HOST || part == Part.ZONE) && c < 0x80 && !part.isPlain(c)) {
        throw new Fault(
            "invalid character " + ByteText.quote(Character.toString(c)) + " in host name");
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  /// The byte that is escaped at `at`. In a host only bytes that are not ASCII may be escaped, in a
  /// zone besides these what could stand there plainly, and spaces.
  private static int escaped(String text, int at, Part part) throws Fault {
    String escape = text.substring(at, Math.min(at + 3, text.length()));
    if (escape.length() < 3
        || Character.digit(escape.charAt(1), 16) < 0
        || Character.digit(escape.charAt(2), 16) < 0) {
      throw new Fault("invalid URL escape " + ByteText.quote(escape));
    }
    int value = Character.digit(escape.charAt(1), 16) << 4 | Character.digit(escape.charAt(2), 16);
    boolean refused =
        !escape.equals("%25")
            && (part == Part.HOST && value < 0x80
                || part == Part.ZONE && value != ' ' && !Part.HOST.isPlain(value));
    if (refused) {
      throw new Fault("invalid URL escape " + ByteText.quote(escape));
    }
    return value;
  }

  private static String escape(String path) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (Part.PATH.isPlain(c)) {
        result.append(c);
      } else {
        result.append(String.format("%%%02X", (int) c));
      }
    }
    return result.toString();
  }
}
