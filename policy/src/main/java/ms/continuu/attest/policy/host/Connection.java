package ms.continuu.attest.policy.host;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.IpAddress;
import org.jspecify.annotations.Nullable;

/// A connection to a server: TCP, TLS over it, or a socket of the file system.
///
/// @param closes what is to be closed in the end
record Connection(InputStream input, OutputStream output, Closeable closes) implements Closeable {

  static Connection open(GoUrl url, TlsOptions tls, Deadline deadline) throws IOException {
    String unixSocket = tls.unixSocket();
    if (unixSocket != null) {
      return openUnix(unixSocket);
    }
    boolean secure = url.scheme().equals("https");
    int port = port(url, secure);
    Socket socket = connect(url.hostname(), port, deadline);
    if (secure) {
      socket = tls.secure(socket, url.hostname(), port, deadline);
    }
    return new Connection(new TimedInput(socket, deadline), socket.getOutputStream(), socket);
  }

  private static int port(GoUrl url, boolean secure) throws IOException {
    String port = url.port();
    if (port.isEmpty()) {
      return secure ? 443 : 80;
    }
    if (port.length() > 5 || Integer.parseInt(port) > 65535) {
      throw new IOException("dial tcp: address " + port + ": invalid port");
    }
    return Integer.parseInt(port);
  }

  /// Tries the addresses of the host in their order; tells why the first failed.
  private static Socket connect(String host, int port, Deadline deadline) throws IOException {
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new IOException("dial tcp: lookup " + host + nameServer() + ": no such host", e);
    }
    IOException first = null;
    for (InetAddress address : addresses) {
      // The socket is the caller's to close.
      Socket socket = new Socket();
      try {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(address, port), deadline.leftMillis());
        return socket;
      } catch (SocketTimeoutException e) {
        socket.close();
        throw e;
      } catch (IOException e) {
        socket.close();
        if (first == null) {
          first = new IOException("dial tcp " + text(address, port) + ": connect: " + reason(e), e);
        }
      }
    }
    throw first == null ? new IOException("dial tcp: no addresses of " + host) : first;
  }

  private static String text(InetAddress address, int port) {
    return address.getAddress().length == 4
        ? address.getHostAddress() + ":" + port
        : "[" + IpAddress.text(address.getAddress()) + "]:" + port;
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoRouteToHostException none -> "no route to host";
      case ConnectException refused -> "connection refused";
      case SocketException other when String.valueOf(other.getMessage()).contains("unreachable") ->
          "network is unreachable";
      default -> String.valueOf(e.getMessage());
    };
  }

  /// ` on 10.0.0.1:53`, when this machine tells whom it asks for names.
  static String nameServer() {
    try {
      for (String line : Files.readAllLines(Path.of("/etc/resolv.conf"))) {
        String[] words = line.strip().split("\\s+");
        if (words.length > 1 && words[0].equals("nameserver")) {
          String server = words[1].contains(":") ? "[" + words[1] + "]" : words[1];
          return " on " + server + ":53";
        }
      }
    } catch (IOException e) {
      return "";
    }
    return "";
  }

  private static Connection openUnix(String path) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      channel.close();
      String reason =
          Files.exists(Path.of(path)) ? "connection refused" : "no such file or directory";
      throw new IOException("dial unix " + path + ": connect: " + reason, e);
    }
    return new Connection(
        Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
  }

  @Override
  public void close() throws IOException {
    closes.close();
  }

  /// Reads no longer than the deadline allows.
  private static final class TimedInput extends FilterInputStream {
    private final Socket socket;
    private final Deadline deadline;

    TimedInput(Socket socket, Deadline deadline) throws IOException {
      super(socket.getInputStream());
      this.socket = socket;
      this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
      socket.setSoTimeout(deadline.leftMillis());
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      socket.setSoTimeout(deadline.leftMillis());
      try {
        return super.read(bytes, offset, length);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (SSLException e) {
        throw new IOException(TlsOptions.alert(e), e);
      } catch (SocketException e) {
        throw new IOException(
            "read tcp "
                + end(socket.getLocalSocketAddress())
                + "->"
                + end(socket.getRemoteSocketAddress())
                + ": read: connection reset by peer",
            e);
      }
    }

    private static String end(@Nullable SocketAddress address) {
      return address instanceof InetSocketAddress inet
          ? text(inet.getAddress(), inet.getPort())
          : "";
    }
  }
}
