package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// `http.send` before a host that answers what it is told to.
class HttpSendTest {
  private final Server server = new Server();

  private String send(String request) throws JsonSyntaxException {
    Value[] operands = {Json.parse(request)};
    try {
      Value reply =
          Objects.requireNonNull(Builtins.standard().get("http.send")).call(server, operands);
      return String.valueOf(reply);
    } catch (BuiltinFault fault) {
      return "! " + fault.getMessage();
    }
  }

  private static String get(String more) {
    return "{\"method\": \"get\", \"url\": \"http://x/\"" + more + "}";
  }

  @Test
  void aJsonBodyIsDecoded() throws JsonSyntaxException {
    server.answer(200, "{\"a\": 1}", Map.of("Content-Type", List.of("application/json")));

    assertThat(send(get("")))
        .isEqualTo(
            "{\"body\": {\"a\": 1}, \"headers\": {\"content-type\": [\"application/json\"]},"
                + " \"raw_body\": \"{\\\"a\\\": 1}\", \"status\": \"200 OK\", \"status_code\":"
                + " 200}");
  }

  @Test
  void aQuerySendsARequestOnce() throws JsonSyntaxException {
    server.answer(200, "first", Map.of());

    assertThat(send(get(""))).isEqualTo(send(get("")));
    assertThat(server.calls).hasSize(1);
  }

  @Test
  void headersThatAreIgnoredMakeNoOtherRequest() throws JsonSyntaxException {
    server.answer(200, "first", Map.of());

    send(get(", \"cache_ignored_headers\": [\"id\"], \"headers\": {\"id\": \"1\"}"));
    send(get(", \"cache_ignored_headers\": [\"id\"], \"headers\": {\"id\": \"2\"}"));
    assertThat(server.calls).hasSize(1);
  }

  @Test
  void aFreshReplyServesTheNextQuery() throws JsonSyntaxException {
    server.answer(200, "kept", Map.of());
    String request = get(", \"force_cache\": true, \"force_cache_duration_seconds\": 10");

    send(request);
    server.beginQuery(9);
    assertThat(send(request)).contains("kept");
    assertThat(server.calls).hasSize(1);
  }

  @Test
  void aStaleReplyIsConfirmedByItsTag() throws JsonSyntaxException {
    String date = "Tue, 14 Nov 2023 22:13:20 GMT";
    server.answer(
        200,
        "kept",
        Map.of(
            "Cache-Control", List.of("max-age=5"),
            "Date", List.of(date),
            "Etag", List.of("t1")));
    server.answer(304, "", Map.of("Cache-Control", List.of("max-age=50"), "Date", List.of(date)));
    String request = get(", \"cache\": true");

    send(request);
    server.beginQuery(6);
    assertThat(send(request)).contains("\"kept\"").contains("200 OK");
    assertThat(server.calls.get(1).headers()).containsEntry("If-None-Match", List.of("t1"));
    server.beginQuery(40);
    send(request);
    assertThat(server.calls).hasSize(2);
  }

  @Test
  void whatMustNotBeStoredIsAskedForAgain() throws JsonSyntaxException {
    Map<String, List<String>> secret = Map.of("Cache-Control", List.of("no-store"));
    server.answer(200, "one", secret);
    server.answer(200, "two", secret);

    send(get(", \"cache\": true"));
    server.beginQuery(0);
    assertThat(send(get(", \"cache\": true"))).contains("two");
  }

  @Test
  void aFaultIsReturnedWhenThePolicyWantsSo() throws JsonSyntaxException {
    assertThat(send("{\"method\": 1, \"url\": \"x\", \"raise_error\": false}"))
        .isEqualTo(
            "{\"error\": {\"code\": \"eval_http_send_internal_error\", \"message\": \"p.rego:1:"
                + " eval_builtin_error: http.send: \\\"method\\\" must be a string\"},"
                + " \"status_code\": 0}");
  }

  @Test
  void aTimeoutIsToldWithoutItsInnerReason() throws JsonSyntaxException {
    server.fault = new Host.NetworkFault("Get", "http://x/", "deadline exceeded", true);

    assertThat(send(get(""))).isEqualTo("! Get http://x/: request timed out");
    assertThat(send(get(", \"raise_error\": false")))
        .contains("Get \\\"http://x/\\\": deadline exceeded");
  }

  @Test
  void aHostThatIsNotAllowedIsNotAsked() throws JsonSyntaxException {
    server.allowed = List.of("y");

    assertThat(send(get(""))).isEqualTo("! disallowed host: x");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void anUnknownParameterIsRefused() throws JsonSyntaxException {
    assertThat(send(get(", \"metod\": 1")))
        .isEqualTo("! operand 1 invalid request parameters(s): {\"metod\"}");
  }

  /// Answers in turn, and keeps what it was asked.
  private static final class Server implements Host, BuiltinContext {
    private final List<HttpCall> calls = new ArrayList<>();
    private final Deque<HttpReply> replies = new ArrayDeque<>();
    private final Map<Object, Object> shared = new HashMap<>();
    private final Map<Object, Object> query = new HashMap<>();
    private long seconds = 1_700_000_000;
    private @Nullable NetworkFault fault;
    private @Nullable List<String> allowed;

    void answer(int status, String body, Map<String, List<String>> headers) {
      replies.add(
          new HttpReply(
              status,
              status + (status == 200 ? " OK" : " Not Modified"),
              headers,
              body.getBytes(StandardCharsets.UTF_8)));
    }

    void beginQuery(int secondsAfterTheFirst) {
      query.clear();
      seconds = 1_700_000_000L + secondsAfterTheFirst;
    }

    @Override
    public HttpReply send(HttpCall call) throws NetworkFault {
      if (fault != null) {
        throw fault;
      }
      calls.add(call);
      return replies.remove();
    }

    @Override
    public @Nullable List<String> allowedHosts() {
      return allowed;
    }

    @Override
    public Location location() {
      return new SourceFile("p.rego", "http.send(r)").at(0, 12);
    }

    @Override
    public Host host() {
      return this;
    }

    @Override
    public long nowNanos() {
      return seconds * 1_000_000_000;
    }

    @Override
    @SuppressWarnings("unchecked") // the maker of a key knows the type of what it keeps there
    public <T> T perQuery(Object key, Supplier<T> make) {
      return (T) query.computeIfAbsent(key, k -> make.get());
    }

    @Override
    public <K, T> T shared(Class<T> type, K key, Function<K, T> make) {
      return type.cast(shared.computeIfAbsent(key, k -> make.apply(key)));
    }

    @Override
    public void checkCancelled(String words) {}

    @Override
    public void checkSize(long members, String words) {}

    @Override
    public void randomBytes(byte[] bytes) {}

    @Override
    public long randomLong(long bound) {
      return 0;
    }

    @Override
    public Value runtime() {
      return ObjectValue.EMPTY;
    }

    @Override
    public List<String> lookUpAddresses(String name) {
      return List.of();
    }
  }
}
