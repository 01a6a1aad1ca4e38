package ms.continuu.attest.rego.host;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.Value;

/// The only door from the engine to the outside: clock, randomness, environment, network. An
/// implementation may refuse.
public interface Host {

  /// Nanoseconds since 1970.
  long nowNanos();

  /// Fills the array with random bytes.
  void randomBytes(byte[] bytes);

  /// A random number from 0 (inclusive) to `bound` (exclusive).
  long randomLong(long bound);

  /// What `opa.runtime()` returns.
  Value runtime();

  /// The addresses of a host name, as text.
  List<String> lookUpAddresses(String name) throws IOException;

  /// Sends one HTTP request, without following redirects and without a cache.
  HttpReply send(HttpCall call) throws IOException, InterruptedException;

  /// A request as `http.send` describes it.
  ///
  /// @param tls options of the connection by `http.send`'s own names (`tls_ca_cert`, …), as values
  record HttpCall(
      String method,
      String url,
      Map<String, List<String>> headers,
      byte[] body,
      long timeoutNanos,
      Map<String, Value> tls) {}

  /// A reply.
  record HttpReply(int status, String statusLine, Map<String, List<String>> headers, byte[] body) {}
}
