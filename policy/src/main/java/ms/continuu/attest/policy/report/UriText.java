package ms.continuu.attest.policy.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Locale;
import ms.continuu.attest.value.Utf8;

/// Paths and addresses as URIs.
final class UriText {
  private static final String PLAIN = "-._~/!$&'()*+,;=@";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private UriText() {}

  /// The URI reference of a path: relative, or `file:///…` where the path begins at the root.
  /// Everything but what RFC 3986 takes as it is in a path is percent-encoded, the colon too, which
  /// would make a scheme of what comes before it.
  static String ofPath(String path) {
    StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte b : Utf8.encode(path)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || PLAIN.indexOf(c) >= 0;
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%').append(HEX.toHexDigits(b));
      }
    }
    return uri.toString();
  }

  /// Whether a text is an address on the web that a reader may follow.
  static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      return web && uri.getHost() != null && uri.toASCIIString().equals(text);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
