package ms.continuu.attest.policy.host;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import ms.continuu.attest.rego.host.Host.HttpCall;
import ms.continuu.attest.rego.host.Host.HttpReply;
import ms.continuu.attest.rego.host.Host.NetworkFault;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.HeaderName;
import ms.continuu.attest.rego.net.NameFault;
import ms.continuu.attest.value.RegoText;
import org.jspecify.annotations.Nullable;

/// Sends HTTP requests over sockets as Go's client does: HTTP/1.1, one connection a request, with
/// retries and redirects as the call wants them.
///
/// The JDK's own client is not used: it hides the reason of a status, and which server name and
/// which headers it sends is not ours to say.
public final class HttpTransport {
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LAST_PAUSE_MILLIS = 60_000;

  /// What does not go along to another host.
  private static final Set<String> SENSITIVE =
      Set.of("Authorization", "Www-Authenticate", "Cookie", "Cookie2", "Proxy-Authorization");

  private final Map<String, String> environment;

  /// @param environment where `tls_…_env_variable` is looked up
  public HttpTransport(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// Sends a call; see [ms.continuu.attest.rego.host.Host#send].
  public HttpReply send(HttpCall call) throws IOException, InterruptedException {
    TlsOptions tls = TlsOptions.of(call.tls(), environment, call.headers());
    for (int attempt = 0; ; attempt++) {
      try {
        return attempt(call, tls);
      } catch (NetworkFault e) {
        if (attempt >= call.retries()) {
          throw e;
        }
      }
      Thread.sleep(pauseMillis(attempt));
    }
  }

  /// Grows by 1.6 an attempt, give or take a fifth.
  private static long pauseMillis(int attempt) {
    double pause = Math.min(FIRST_PAUSE_MILLIS * Math.pow(1.6, attempt), LAST_PAUSE_MILLIS);
    return (long) (pause * (0.8 + 0.4 * RandomGenerator.getDefault().nextDouble()));
  }

  /// One request among redirects.
  private record Hop(String method, GoUrl url, Map<String, List<String>> headers, byte[] body) {
    NetworkFault fault(String reason, boolean timeout) {
      return new NetworkFault(HeaderName.operation(method), url.withoutPassword(), reason, timeout);
    }
  }

  private static HttpReply attempt(HttpCall call, TlsOptions tls) throws IOException {
    Deadline deadline = Deadline.in(call.timeoutNanos());
    Hop hop = new Hop(call.method(), url(call.url()), call.headers(), call.body());
    while (true) {
      HttpReply reply;
      try {
        reply = HttpExchange.make(hop.method, hop.url, hop.headers, hop.body, tls, deadline);
      } catch (SocketTimeoutException e) {
        throw hop.fault(
            "context deadline exceeded (Client.Timeout exceeded while awaiting headers)", true);
      } catch (InterruptedIOException e) {
        throw hop.fault("context canceled", false);
      } catch (IOException e) {
        throw hop.fault(String.valueOf(e.getMessage()), false);
      }
      Hop next =
          call.redirects().followed()
              ? redirected(hop, reply, call.headers().containsKey("Referer"))
              : null;
      if (next == null) {
        return reply;
      }
      checkAllowed(next, call.redirects().allowedHosts());
      hop = next;
    }
  }

  private static GoUrl url(String text) throws IOException {
    try {
      return GoUrl.parse(text);
    } catch (NameFault e) {
      throw new IOException(e.reason(), e);
    }
  }

  private static void checkAllowed(Hop hop, @Nullable List<String> allowed) throws NetworkFault {
    String host = hop.url.host();
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    if (allowed != null && !allowed.contains(name)) {
      throw hop.fault("disallowed host: " + name, false);
    }
  }

  private static @Nullable Hop redirected(Hop hop, HttpReply reply, boolean ownReferer)
      throws NetworkFault {
    boolean keepsMethod = reply.status() == 307 || reply.status() == 308;
    boolean redirects = keepsMethod || reply.status() >= 301 && reply.status() <= 303;
    List<String> location = reply.headers().get("Location");
    if (!redirects || location == null || location.getFirst().isEmpty()) {
      return null;
    }
    GoUrl target;
    try {
      target = GoUrl.parse(URI.create(hop.url.toString()).resolve(location.getFirst()).toString());
    } catch (NameFault | IllegalArgumentException e) {
      throw hop.fault(
          "failed to parse Location header "
              + RegoText.quote(location.getFirst())
              + ": "
              + e.getMessage(),
          false);
    }
    Map<String, List<String>> headers = new TreeMap<>(hop.headers);
    boolean sameSite = isWithin(hostname(target), hostname(hop.url));
    headers.keySet().removeIf(name -> !sameSite && SENSITIVE.contains(name));
    if (!location.getFirst().startsWith("/")) {
      headers.remove("Host");
    }
    String referer = referer(hop.url, target);
    if (!ownReferer) {
      headers.remove("Referer");
      if (!referer.isEmpty()) {
        headers.put("Referer", List.of(referer));
      }
    }
    boolean bodiless = hop.method.equals("GET") || hop.method.equals("HEAD");
    if (keepsMethod) {
      return new Hop(hop.method, target, headers, hop.body);
    }
    headers.keySet().removeIf(name -> name.startsWith("Content-"));
    return new Hop(bodiless ? hop.method : "GET", target, headers, new byte[0]);
  }

  private static String hostname(GoUrl url) {
    return url.hostname().toLowerCase(Locale.ROOT);
  }

  private static boolean isWithin(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  /// The URL that redirects, without secrets; nothing when the way leads out of TLS.
  private static String referer(GoUrl from, GoUrl to) {
    if (from.scheme().equals("https") && to.scheme().equals("http")) {
      return "";
    }
    return new GoUrl(
            from.scheme(),
            from.opaque(),
            null,
            from.host(),
            from.path(),
            from.rawPath(),
            from.rawQuery(),
            from.forceQuery(),
            from.omitHost(),
            from.fragment(),
            from.rawFragment())
        .toString();
  }
}
