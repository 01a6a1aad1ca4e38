package ms.continuu.attest.rego.host;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

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

  /// Sends one HTTP request, without a cache.
  ///
  /// @throws NetworkFault when there is no reply
  /// @throws IOException when the request cannot be set up, as with a key file that is missing
  HttpReply send(HttpCall call) throws IOException, InterruptedException;

  /// The hosts that requests may go to; null for any.
  default @Nullable List<String> allowedHosts() {
    return null;
  }

  /// A request as `http.send` describes it, checked.
  ///
  /// @param headers by canonical name, `Host` among them when it is to be other than the URL's
  /// @param timeoutNanos for all of it; 0 for none
  /// @param tls options of the connection by `http.send`'s own names (`tls_ca_cert`, …), as values
  /// @param redirects whether redirects are followed, to hosts that are allowed
  /// @param retries after failures of the network
  record HttpCall(
      String method,
      String url,
      Map<String, List<String>> headers,
      byte[] body,
      long timeoutNanos,
      Map<String, Value> tls,
      Redirects redirects,
      int retries) {}

  /// Whether redirects are followed.
  ///
  /// @param allowedHosts to follow to; null for any
  record Redirects(boolean followed, @Nullable List<String> allowedHosts) {
    public static final Redirects IGNORED = new Redirects(false, null);
  }

  /// A reply.
  ///
  /// @param statusLine code and reason: `200 OK`
  record HttpReply(int status, String statusLine, Map<String, List<String>> headers, byte[] body) {}

  /// A request that got no reply.
  final class NetworkFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String url;
    private final boolean timeout;

    /// @param operation the method in Go's spelling: `Get`
    /// @param url that was asked last, without a password
    /// @param reason in Go's words
    public NetworkFault(String operation, String url, String reason, boolean timeout) {
      super(reason);
      this.operation = operation;
      this.url = url;
      this.timeout = timeout;
    }

    public String operation() {
      return operation;
    }

    public String url() {
      return url;
    }

    public String reason() {
      return String.valueOf(getMessage());
    }

    public boolean isTimeout() {
      return timeout;
    }
  }
}
