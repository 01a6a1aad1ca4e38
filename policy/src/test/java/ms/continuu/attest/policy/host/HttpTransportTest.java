package ms.continuu.attest.policy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import ms.continuu.attest.rego.host.Host.HttpCall;
import ms.continuu.attest.rego.host.Host.HttpReply;
import ms.continuu.attest.rego.host.Host.NetworkFault;
import ms.continuu.attest.rego.host.Host.Redirects;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Requests to a server of our own, over real sockets.
class HttpTransportTest {
  private static final HttpTransport TRANSPORT = new HttpTransport(Map.of());
  private static SmallServer server;
  private static String base;

  @BeforeAll
  static void start() throws IOException {
    server = SmallServer.start(HttpTransportTest::answer);
    base = "http://127.0.0.1:" + server.port();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static SmallServer.Reply answer(SmallServer.Request request) {
    if (request.target().startsWith("/echo")) {
      String text =
          request.method()
              + " "
              + request.target()
              + " "
              + request.headers().get("x-test")
              + " "
              + new String(request.body(), StandardCharsets.UTF_8);
      return new SmallServer.Reply("200 OK", Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }
    if (request.target().startsWith("/moved")) {
      return new SmallServer.Reply("302 Found", Map.of("Location", "/echo?moved"), new byte[0]);
    }
    if (request.target().startsWith("/zipped")) {
      return new SmallServer.Reply("200 OK", Map.of("Content-Encoding", "gzip"), zipped("plain"));
    }
    return new SmallServer.Reply("404 Not Found", Map.of(), new byte[0]);
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static HttpCall call(String method, String url, String body, Redirects redirects) {
    return new HttpCall(
        method,
        url,
        Map.of("X-Test", List.of("t")),
        body.getBytes(StandardCharsets.UTF_8),
        5_000_000_000L,
        Map.of(),
        redirects,
        0);
  }

  private static String text(HttpReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  @Test
  void aRequestGoesOutAndItsReplyComesBack() throws Exception {
    HttpReply reply = TRANSPORT.send(call("POST", base + "/echo?a=%20", "body", Redirects.IGNORED));

    assertThat(reply.statusLine()).isEqualTo("200 OK");
    assertThat(text(reply)).isEqualTo("POST /echo?a=%20 t body");
  }

  @Test
  void aRedirectIsFollowedOnlyWhenWanted() throws Exception {
    HttpCall ignoring = call("POST", base + "/moved", "body", Redirects.IGNORED);
    HttpCall following = call("POST", base + "/moved", "body", new Redirects(true, null));

    assertThat(TRANSPORT.send(ignoring).status()).isEqualTo(302);
    assertThat(text(TRANSPORT.send(following))).isEqualTo("GET /echo?moved t ");
  }

  @Test
  void aRedirectToAHostThatIsNotAllowedIsRefused() {
    HttpCall following =
        call("GET", base + "/moved", "", new Redirects(true, List.of("example.com")));

    assertThatThrownBy(() -> TRANSPORT.send(following))
        .isInstanceOf(NetworkFault.class)
        .hasMessage("disallowed host: 127.0.0.1");
  }

  @Test
  void aZippedBodyIsUnzippedSilently() throws Exception {
    HttpReply reply = TRANSPORT.send(call("GET", base + "/zipped", "", Redirects.IGNORED));

    assertThat(text(reply)).isEqualTo("plain");
    assertThat(reply.headers()).doesNotContainKey("Content-Encoding");
  }

  @Test
  void aClosedPortIsToldAsGoTellsIt() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    HttpCall call = call("GET", "http://127.0.0.1:" + port, "", Redirects.IGNORED);

    assertThatThrownBy(() -> TRANSPORT.send(call))
        .hasMessage("dial tcp 127.0.0.1:" + port + ": connect: connection refused");
  }

  @Test
  void aServerThatSaysNothingTimesOut() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpCall call =
          new HttpCall(
              "GET",
              "http://127.0.0.1:" + silent.getLocalPort(),
              Map.of(),
              new byte[0],
              50_000_000L,
              Map.of(),
              Redirects.IGNORED,
              0);

      assertThatThrownBy(() -> TRANSPORT.send(call))
          .isInstanceOfSatisfying(
              NetworkFault.class, fault -> assertThat(fault.isTimeout()).isTrue());
    }
  }

  @Test
  void aCertificateThatIsNoneIsRefusedBeforeAnythingIsSent() {
    Map<String, Value> tls = Map.of("tls_ca_cert", StringValue.of("x"));
    HttpCall call =
        new HttpCall("GET", base + "/echo", Map.of(), new byte[0], 0, tls, Redirects.IGNORED, 0);

    assertThatThrownBy(() -> TRANSPORT.send(call))
        .isNotInstanceOf(NetworkFault.class)
        .hasMessage("could not append certificates");
  }
}
