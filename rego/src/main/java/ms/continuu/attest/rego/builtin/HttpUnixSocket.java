package ms.continuu.attest.rego.builtin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.NameFault;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// `unix://host/path?socket=%2Frun%2Fx.sock`: HTTP over a socket of the file system.
final class HttpUnixSocket {
  private HttpUnixSocket() {}

  /// The URL to ask; of a socket, its HTTP URL, and the socket among the connection's options.
  static String target(String url, Map<String, Value> connection) {
    GoUrl parsed;
    try {
      parsed = GoUrl.parse(url);
    } catch (NameFault e) {
      return url;
    }
    if (!parsed.scheme().equals("unix") || parsed.rawQuery().isEmpty()) {
      return url;
    }
    StringBuilder rest = new StringBuilder();
    String socket = "";
    boolean found = false;
    for (String pair : parsed.rawQuery().split("&")) {
      if (!pair.startsWith("socket=")) {
        rest.append(rest.isEmpty() ? "" : "&").append(pair);
      } else if (!found) {
        found = true;
        try {
          socket = URLDecoder.decode(pair.substring("socket=".length()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
          return url;
        }
      }
    }
    connection.put("unix_socket", StringValue.of(socket));
    return parsed.withSchemeAndQuery("http", rest.toString()).toString();
  }
}
