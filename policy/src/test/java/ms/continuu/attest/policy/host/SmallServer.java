package ms.continuu.attest.policy.host;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// A server of HTTP/1.1 for tests: one request a connection, replies in chunks.
final class SmallServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Function<Request, Reply> answers;

  /// A request; the names of headers are in lower case.
  record Request(String method, String target, Map<String, String> headers, byte[] body) {}

  /// A reply.
  record Reply(String status, Map<String, String> headers, byte[] body) {}

  private SmallServer(ServerSocket socket, Function<Request, Reply> answers) {
    this.socket = socket;
    this.answers = answers;
  }

  static SmallServer start(Function<Request, Reply> answers) throws IOException {
    SmallServer server =
        new SmallServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
    Thread thread = new Thread(server::serve, "small-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        answer(connection);
      } catch (IOException e) {
        // The client is gone, or the test: the loop asks.
        Thread.onSpinWait();
      }
    }
  }

  private void answer(Socket connection) throws IOException {
    InputStream in = new BufferedInputStream(connection.getInputStream());
    String[] first = line(in).split(" ");
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    Reply reply = answers.apply(new Request(first[0], first[1], headers, body));
    OutputStream out = connection.getOutputStream();
    StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + "\r\n");
    reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (reply.body().length > 0) {
      out.write(
          (Integer.toHexString(reply.body().length) + "\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      out.write(reply.body());
      out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
