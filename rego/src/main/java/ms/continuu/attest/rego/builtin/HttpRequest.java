package ms.continuu.attest.rego.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import ms.continuu.attest.rego.gotime.Durations;
import ms.continuu.attest.rego.gotime.TimeException;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.HeaderName;
import ms.continuu.attest.rego.net.NameFault;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Makes the host's call out of the object that a policy gives to `http.send`.
final class HttpRequest {
  private static final long DEFAULT_TIMEOUT_NANOS = 5_000_000_000L;
  private static final String USER_AGENT = "Open-Policy-Agent/1.22.2 (linux, amd64)";
  private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d{1,19}");

  /// Parameters that must be strings.
  private static final Set<String> TEXTS =
      Set.of(
          "method",
          "url",
          "raw_body",
          "tls_ca_cert",
          "tls_ca_cert_file",
          "tls_ca_cert_env_variable",
          "tls_client_cert",
          "tls_client_cert_file",
          "tls_client_cert_env_variable",
          "tls_client_key",
          "tls_client_key_file",
          "tls_client_key_env_variable",
          "tls_server_name");

  private final BuiltinContext context;
  private final Map<String, Value> tls = new LinkedHashMap<>();
  private String method = "";
  private String url = "";
  private boolean redirects;
  private byte @Nullable [] body;
  private @Nullable ObjectValue headers;
  private long timeout = DEFAULT_TIMEOUT_NANOS;

  private HttpRequest(BuiltinContext context) {
    this.context = context;
  }

  /// The call of a request whose parameters have known names.
  static Host.HttpCall call(BuiltinContext context, ObjectValue request) throws HttpFault.Thrown {
    HttpRequest reading = new HttpRequest(context);
    try {
      for (int i = 0; i < request.size(); i++) {
        reading.read(((StringValue) request.keyAt(i)).text(), request.valueAt(i));
      }
      return reading.call();
    } catch (BuiltinFault e) {
      throw HttpFault.located(context, e);
    }
  }

  private void read(String name, Value value) throws BuiltinFault {
    String text = value instanceof StringValue string ? trimQuotes(string.text()) : "";
    if (TEXTS.contains(name) && !(value instanceof StringValue)) {
      throw BuiltinFault.of("\"" + name + "\" must be a string");
    }
    switch (name) {
      case "method" -> method = text.toUpperCase(Locale.ROOT);
      case "url" -> {
        checkHost(text);
        url = text;
      }
      case "enable_redirect" -> redirects = bool(value);
      case "body" -> {
        if (body == null) {
          body = Utf8.encode(Json.text(value));
        }
      }
      case "raw_body" -> body = Utf8.encode(text);
      case "tls_use_system_certs", "tls_insecure_skip_verify" ->
          tls.put(name, BooleanValue.of(bool(value)));
      case "headers" -> {
        if (!(value instanceof ObjectValue object)) {
          throw BuiltinFault.of("invalid type for headers key");
        }
        headers = object;
      }
      case "timeout" -> timeout = timeout(value);
      default -> {
        if (TEXTS.contains(name)) {
          tls.put(name, StringValue.of(text));
        }
      }
    }
  }

  private static String trimQuotes(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == '"') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == '"') {
      end--;
    }
    return text.substring(start, end);
  }

  private void checkHost(String text) throws BuiltinFault {
    List<String> allowed = context.host().allowedHosts();
    if (allowed == null) {
      return;
    }
    String host = parse(text).host();
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    if (!allowed.contains(name)) {
      throw BuiltinFault.of("disallowed host: " + name);
    }
  }

  private static GoUrl parse(String text) throws BuiltinFault {
    try {
      return GoUrl.parse(text);
    } catch (NameFault e) {
      throw BuiltinFault.of(e.reason());
    }
  }

  /// Go's `strconv.ParseBool` of the Rego text.
  private static boolean bool(Value value) throws BuiltinFault {
    String text = value.toString();
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      case "0", "f", "F", "false", "FALSE", "False" -> false;
      default ->
          throw BuiltinFault.of(
              "strconv.ParseBool: parsing " + RegoText.quote(text) + ": invalid syntax");
    };
  }

  private static long timeout(Value value) throws BuiltinFault {
    switch (value) {
      case NumberValue number -> {
        if (number.isLong()) {
          return number.longValue();
        }
        throw BuiltinFault.of("invalid timeout number value " + value + ", must be int64");
      }
      case StringValue string -> {
        if (PLAIN_NUMBER.matcher(string.text()).matches()) {
          return Long.parseLong(string.text());
        }
        try {
          return Durations.plain(ByteText.of(string.text()));
        } catch (TimeException e) {
          throw BuiltinFault.of("invalid timeout value " + value + ": " + e.getMessage());
        }
      }
      default ->
          throw Operands.wrong(
              1, "'timeout' must be one of {string, number} but got " + value.typeName());
    }
  }

  private Host.HttpCall call() throws BuiltinFault {
    if (method.isEmpty()) {
      method = "GET";
    }
    if (!HeaderName.isToken(method)) {
      throw BuiltinFault.of("net/http: invalid method " + RegoText.quote(method));
    }
    String target = HttpUnixSocket.target(url, tls);
    GoUrl parsed = parse(target);
    Map<String, List<String>> named = namedHeaders();
    return new Host.HttpCall(
        method,
        parsed.toString(),
        named,
        body == null ? new byte[0] : body,
        timeout,
        Map.copyOf(tls),
        redirects
            ? new Host.Redirects(true, context.host().allowedHosts())
            : Host.Redirects.IGNORED,
        0);
  }

  private Map<String, List<String>> namedHeaders() throws BuiltinFault {
    Map<String, List<String>> named = new TreeMap<>();
    if (headers == null || headers.size() == 0) {
      return named;
    }
    for (int i = 0; i < headers.size(); i++) {
      Value value = headers.valueAt(i);
      if (!(value instanceof StringValue string)) {
        throw BuiltinFault.of("invalid type for headers value " + RegoText.quote(Json.text(value)));
      }
      String name =
          headers.keyAt(i) instanceof StringValue key ? key.text() : headers.keyAt(i).toString();
      named.put(HeaderName.canonical(name), List.of(string.text()));
    }
    named.putIfAbsent("User-Agent", List.of(USER_AGENT));
    return named;
  }

  /// Refuses what Go refuses only when it sends.
  static void check(Host.HttpCall call) throws Host.NetworkFault {
    GoUrl url;
    try {
      url = GoUrl.parse(call.url());
    } catch (NameFault e) {
      throw new IllegalStateException(e);
    }
    String scheme = url.scheme();
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (http) {
      for (Map.Entry<String, List<String>> header : call.headers().entrySet()) {
        if (!HeaderName.isToken(header.getKey())) {
          throw fault(
              call, url, "net/http: invalid header field name " + RegoText.quote(header.getKey()));
        }
        if (header.getValue().stream().anyMatch(value -> !HeaderName.isValue(value))) {
          throw fault(
              call,
              url,
              "net/http: invalid header field value for " + RegoText.quote(header.getKey()));
        }
      }
    } else {
      throw fault(call, url, "unsupported protocol scheme " + RegoText.quote(scheme));
    }
    if (url.host().isEmpty()) {
      throw fault(call, url, "http: no Host in request URL");
    }
  }

  private static Host.NetworkFault fault(Host.HttpCall call, GoUrl url, String reason) {
    return new Host.NetworkFault(
        HeaderName.operation(call.method()), url.withoutPassword(), reason, false);
  }
}
