package ms.continuu.attest.rego.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ms.continuu.attest.value.RegoText;

/// A URL as Go's `net/url` reads and writes it again: the scheme in lower case, the path and the
/// fragment escaped where they must be.
final class GoUrl {
  private static final String UNRESERVED = "-_.~";
  private static final String IN_PATH = "$&+,/:;=@";
  private static final String VALID_IN_PATH = "!$&'()*+,;=:@[]%/" + UNRESERVED;

  private GoUrl() {}

  /// A text that is no URL.
  static final class UrlFault extends Exception {
    private static final long serialVersionUID = 1L;

    UrlFault(String url, String reason) {
      super("parse " + RegoText.quote(url) + ": " + reason);
    }
  }

  static String normalize(String url) throws UrlFault {
    if (url.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
      throw new UrlFault(url, "net/url: invalid control character in URL");
    }
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : "#" + escaped(url, url.substring(hash + 1));
    if (fragment.equals("#")) {
      fragment = "";
    }
    String rest = hash < 0 ? url : url.substring(0, hash);
    int colon = schemeEnd(url, rest);
    String scheme = colon < 0 ? "" : rest.substring(0, colon + 1).toLowerCase(Locale.ROOT);
    rest = rest.substring(colon + 1);
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : rest.substring(question);
    rest = question < 0 ? rest : rest.substring(0, question);
    if (!scheme.isEmpty() && !rest.startsWith("/")) {
      return scheme + rest + query + fragment;
    }
    if (scheme.isEmpty() && rest.indexOf(':') >= 0 && isColonFirst(rest)) {
      throw new UrlFault(url, "first path segment in URL cannot contain colon");
    }
    String authority = "";
    if (rest.startsWith("//") && !(scheme.isEmpty() && rest.startsWith("///"))) {
      int slash = rest.indexOf('/', 2);
      authority = slash < 0 ? rest : rest.substring(0, slash);
      rest = slash < 0 ? "" : rest.substring(slash);
      checkHost(url, authority.substring(2));
    }
    return scheme + authority + escaped(url, rest) + query + fragment;
  }

  private static boolean isColonFirst(String path) {
    int slash = path.indexOf('/');
    return slash < 0 || path.indexOf(':') < slash;
  }

  /// Where the colon of the scheme stands, or -1.
  private static int schemeEnd(String url, String rest) throws UrlFault {
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (c == ':') {
        if (i == 0) {
          throw new UrlFault(url, "missing protocol scheme");
        }
        return i;
      }
      boolean inside = i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
      if (!letter && !inside) {
        return -1;
      }
    }
    return -1;
  }

  private static void checkHost(String url, String authority) throws UrlFault {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.startsWith("[") && host.indexOf(']') < 0) {
      throw new UrlFault(url, "missing ']' in host");
    }
    int bad = -1;
    for (int i = 0; i < host.length() && bad < 0; i++) {
      bad = " <>\"\\^`{|}".indexOf(host.charAt(i)) >= 0 ? i : -1;
    }
    if (bad >= 0) {
      String character = RegoText.quote(host.substring(bad, bad + 1));
      throw new UrlFault(url, "invalid character " + character + " in host name");
    }
    int port = host.lastIndexOf(':');
    if (port > host.lastIndexOf(']')
        && !host.substring(port + 1).chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new UrlFault(
          url, "invalid port " + RegoText.quote(host.substring(port)) + " after host");
    }
  }

  /// A path or fragment as it is when it is escaped well, else escaped anew.
  private static String escaped(String url, String part) throws UrlFault {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    StringBuilder anew = new StringBuilder(part.length());
    boolean valid = true;
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xFF;
      if (b == '%') {
        int high = i + 1 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
        int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          int end = Math.min(i + 3, bytes.length);
          String bad = new String(bytes, i, end - i, StandardCharsets.UTF_8);
          throw new UrlFault(url, "invalid URL escape " + RegoText.quote(bad));
        }
        b = high * 16 + low;
        i += 2;
      } else {
        valid &= isPlain(b) || VALID_IN_PATH.indexOf(b) >= 0;
      }
      if (isPlain(b) || UNRESERVED.indexOf(b) >= 0 || IN_PATH.indexOf(b) >= 0) {
        anew.append((char) b);
      } else {
        anew.append(String.format("%%%02X", b));
      }
    }
    return valid ? part : anew.toString();
  }

  private static boolean isPlain(int b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
  }
}
