package ms.continuu.attest.policy.host;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import ms.continuu.attest.rego.host.Host.HttpReply;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.HeaderName;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.Utf8;

/// One request and its reply over one connection, in HTTP/1.1.
final class HttpExchange {
  private static final String DEFAULT_USER_AGENT = "Go-http-client/1.1";
  private static final int MAX_LINE = 1 << 20;

  /// Headers that are written first, or are not the caller's to set.
  private static final Set<String> OWN =
      Set.of("Host", "User-Agent", "Content-Length", "Transfer-Encoding", "Trailer");

  private final String method;
  private final boolean unzips;
  private final InputStream in;

  private HttpExchange(String method, boolean unzips, InputStream in) {
    this.method = method;
    this.unzips = unzips;
    this.in = in;
  }

  static HttpReply make(
      String method,
      GoUrl url,
      Map<String, List<String>> headers,
      byte[] body,
      TlsOptions tls,
      Deadline deadline)
      throws IOException {
    boolean unzips =
        !headers.containsKey("Accept-Encoding")
            && !headers.containsKey("Range")
            && !method.equals("HEAD");
    try (Connection connection = Connection.open(url, tls, deadline)) {
      byte[] request = request(method, url, headers, body, unzips, tls.isGiven());
      write(connection.output(), request);
      InputStream in = new BufferedInputStream(connection.input());
      return new HttpExchange(method, unzips, in).reply();
    }
  }

  /// A server that refuses early has an answer to read.
  private static void write(OutputStream out, byte[] request) throws IOException {
    try {
      out.write(request);
      out.flush();
    } catch (SocketException e) {
      // What is read next tells more.
    }
  }

  private static byte[] request(
      String method,
      GoUrl url,
      Map<String, List<String>> headers,
      byte[] body,
      boolean unzips,
      boolean closes) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target(url)).append(" HTTP/1.1\r\n");
    List<String> host = headers.get("Host");
    line(head, "Host", host == null ? withoutEmptyPort(url.host()) : host.getFirst());
    List<String> agent = headers.get("User-Agent");
    String agentName = agent == null ? DEFAULT_USER_AGENT : agent.getFirst();
    if (!agentName.isEmpty()) {
      line(head, "User-Agent", agentName);
    }
    boolean tellsZero = Set.of("POST", "PUT", "PATCH").contains(method);
    if (body.length > 0 || tellsZero) {
      line(head, "Content-Length", Integer.toString(body.length));
    }
    headers.forEach((name, values) -> {
      if (!OWN.contains(name)) {
        values.forEach(value -> line(head, name, value.strip()));
      }
    });
    GoUrl.User user = url.user();
    if (user != null && !headers.containsKey("Authorization")) {
      String password = user.password() == null ? "" : user.password();
      byte[] pair = Utf8.encode(user.name() + ":" + password);
      line(head, "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    if (unzips) {
      line(head, "Accept-Encoding", "gzip");
    }
    if (closes) {
      line(head, "Connection", "close");
    }
    head.append("\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(Utf8.encode(head.toString()));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static String withoutEmptyPort(String host) {
    return host.endsWith(":") ? host.substring(0, host.length() - 1) : host;
  }

  private static String target(GoUrl url) {
    String path = url.escapedPath();
    String query = url.forceQuery() || !url.rawQuery().isEmpty() ? "?" + url.rawQuery() : "";
    return (path.isEmpty() ? "/" : path) + query;
  }

  private HttpReply reply() throws IOException {
    while (true) {
      String line = statusLine();
      int space = line.indexOf(' ');
      String status = line.substring(space + 1).stripLeading();
      int end = status.indexOf(' ');
      String code = end < 0 ? status : status.substring(0, end);
      if (space < 0 || !line.startsWith("HTTP/")) {
        throw broken("malformed HTTP response " + RegoText.quote(line));
      }
      if (!code.matches("[0-9]{3}")) {
        throw broken("malformed HTTP status code " + RegoText.quote(code));
      }
      int number = Integer.parseInt(code);
      Map<String, List<String>> headers = headers();
      if (number >= 100 && number < 200 && number != 101) {
        continue;
      }
      byte[] body = body(number, headers);
      headers.remove("Transfer-Encoding");
      headers.remove("Trailer");
      headers.computeIfPresent("Connection", (name, values) -> closes(values) ? null : values);
      if (unzips && isGzip(headers)) {
        body = unzipped(body);
        headers.remove("Content-Encoding");
        headers.remove("Content-Length");
      }
      return new HttpReply(number, status, headers, body);
    }
  }

  private static IOException broken(String reason) {
    return new IOException("net/http: HTTP/1.x transport connection broken: " + reason);
  }

  private static boolean closes(List<String> connection) {
    return connection.stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .anyMatch(token -> token.strip().equalsIgnoreCase("close"));
  }

  private String statusLine() throws IOException {
    try {
      return line();
    } catch (EOFException e) {
      throw new IOException("EOF", e);
    }
  }

  private static boolean isGzip(Map<String, List<String>> headers) {
    List<String> encoding = headers.get("Content-Encoding");
    return encoding != null && encoding.getFirst().equalsIgnoreCase("gzip");
  }

  private static byte[] unzipped(byte[] body) throws IOException {
    if (body.length == 0) {
      return body;
    }
    try (InputStream zipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return zipped.readAllBytes();
    }
  }

  /// Header fields by canonical name.
  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    while (true) {
      String line;
      try {
        line = line();
      } catch (EOFException e) {
        throw new IOException("unexpected EOF", e);
      }
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw broken("malformed MIME header line: " + line);
      }
      headers
          .computeIfAbsent(
              HeaderName.canonical(line.substring(0, colon)), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
  }

  private byte[] body(int status, Map<String, List<String>> headers) throws IOException {
    if (method.equals("HEAD") || status == 204 || status == 304) {
      return new byte[0];
    }
    List<String> encoding = headers.get("Transfer-Encoding");
    if (encoding != null && encoding.getLast().equalsIgnoreCase("chunked")) {
      headers.remove("Content-Length");
      return chunked();
    }
    List<String> length = headers.get("Content-Length");
    if (length == null) {
      return in.readAllBytes();
    }
    long count;
    try {
      count = Long.parseLong(length.getFirst());
    } catch (NumberFormatException e) {
      throw new IOException("bad Content-Length " + RegoText.quote(length.getFirst()), e);
    }
    return exactly(count);
  }

  private byte[] exactly(long count) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(count, Integer.MAX_VALUE));
    if (bytes.length < count) {
      throw new IOException("unexpected EOF");
    }
    return bytes;
  }

  private byte[] chunked() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String line = line();
      int end = line.indexOf(';');
      String size = (end < 0 ? line : line.substring(0, end)).strip();
      long count;
      try {
        count = Long.parseLong(size, 16);
      } catch (NumberFormatException e) {
        throw new IOException("invalid byte in chunk length", e);
      }
      if (count == 0) {
        while (!line().isEmpty()) {
          // Trailers are not shown.
        }
        return body.toByteArray();
      }
      body.writeBytes(exactly(count));
      line();
    }
  }

  /// A line without its end.
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("unexpected EOF");
      }
      if (next == '\n') {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      if (line.size() == MAX_LINE) {
        throw new IOException("net/http: server response headers exceeded 1048576 bytes");
      }
      line.write(next);
    }
  }
}
